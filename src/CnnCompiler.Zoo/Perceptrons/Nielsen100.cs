using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>Digits by 100 hidden sigmoid units and a quadratic cost.</summary>
/// <remarks>
/// 79,510 parameters, 79,400 multiply-accumulates. The book starts weights and biases from N(0, 1); biases start at 0 here. Its cost is half the sum
/// over the ten outputs, averaged over a mini-batch, and MeanSquaredErrorLoss the mean over outputs too: its rate of 3 for mini-batches of 10 is a
/// rate of 15 here.
/// <para/>
/// M. Nielsen: Neural Networks and Deep Learning, 2015, chapter 1.
/// </remarks>
[Network(784)]
[Dense(100, Init = Normal, InitScale = 1), Sigmoid]
[Dense(10, Init = Normal, InitScale = 1), Sigmoid]
[MeanSquaredErrorLoss]
public partial class Nielsen100;
