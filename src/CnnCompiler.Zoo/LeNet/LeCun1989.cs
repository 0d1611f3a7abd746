using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>
/// The first convolutional network that backpropagation trained on real data: 16x16 digits of postal codes, shared weights, a bias for each unit.
/// </summary>
/// <remarks>
/// 9,760 parameters, 64,620 multiply-accumulates, 960 of them for the biases. The paper's border of -1 is 0 here.
/// <para/>
/// Y. LeCun, B. Boser, J. S. Denker, et al.: Backpropagation Applied to Handwritten Zip Code Recognition, Neural Computation 1, 1989.
/// </remarks>
[Network(1, 16, 16)]
[Sum<H1, UnitBias1>, Tanh(Amplitude = Amplitude, Slope = Slope)]
[Sum<H2, UnitBias2>, Tanh(Amplitude = Amplitude, Slope = Slope)]
[Dense(30, Init = Uniform, InitScale = 2.4 / 192), Tanh(Amplitude = Amplitude, Slope = Slope)]
[Dense(10, Init = Uniform, InitScale = 2.4 / 30), Tanh(Amplitude = Amplitude, Slope = Slope)]
[MeanSquaredErrorLoss]
public partial class LeCun1989
{
    private const double Amplitude = 1.7159, Slope = 2.0 / 3;

    // Each map of H2 sees 8 of the 12 maps of H1. The paper does not print which: here eight in a row, around a circle.
    private const string Eight =
        "0 1 2 3 4 5 6 7; 1 2 3 4 5 6 7 8; 2 3 4 5 6 7 8 9; 3 4 5 6 7 8 9 10; 4 5 6 7 8 9 10 11; 5 6 7 8 9 10 11 0; " +
        "6 7 8 9 10 11 0 1; 7 8 9 10 11 0 1 2; 8 9 10 11 0 1 2 3; 9 10 11 0 1 2 3 4; 10 11 0 1 2 3 4 5; 11 0 1 2 3 4 5 6";

    [Conv(12, 5, Stride = 2, Padding = 2, Bias = false, Init = Uniform, InitScale = 2.4 / 25)]
    private abstract class H1;

    [Conv(12, 5, Stride = 2, Padding = 2, Bias = false, Connections = Eight, Init = Uniform, InitScale = 2.4 / 200)]
    private abstract class H2;

    [Use<UnitBias>(1)]
    private abstract class UnitBias1;

    [Use<UnitBias>(12)]
    private abstract class UnitBias2;

    // A softmax over a single channel is 1 at every position: an unshared 1x1 weight of it is a bias of each unit.
    [MaxPool(2), Maxout(Channels), Softmax, LocallyConnected(12, 1, Bias = false, Init = Constant, InitScale = 0)]
    private abstract class UnitBias
    {
        [Parameter] private const int Channels = 1;
    }
}
