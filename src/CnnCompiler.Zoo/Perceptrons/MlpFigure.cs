namespace CnnCompiler.Zoo;

/// <summary>The three-layer perceptron that is drawn where digits are introduced: 784, 15, 10 sigmoid units.</summary>
/// <remarks>
/// 11,935 parameters, 11,910 multiply-accumulates.
/// <para/>
/// M. Nielsen: Neural Networks and Deep Learning, 2015, chapter 1.
/// </remarks>
[Network(784)]
[Dense(15), Sigmoid]
[Dense(10), Sigmoid]
[MeanSquaredErrorLoss]
public partial class MlpFigure;
