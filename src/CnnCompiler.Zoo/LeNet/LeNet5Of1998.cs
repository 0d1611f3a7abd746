using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>
/// LeNet-5 as it was published: trained pools, a convolution that sees a part of the maps, scaled tanh, and the distance to fixed pictures of the
/// digits.
/// </summary>
/// <remarks>
/// 60,000 trained parameters and 840 fixed ones, 326,520 multiply-accumulates. The outputs are squared distances, the smallest one wins; the vectors
/// of the last layer are 7x12 pictures of characters, -1 and +1, which have to be loaded (CopyFrom) and are random before.
/// <para/>
/// Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-Based Learning Applied to Document Recognition, Proc. IEEE 86, 1998.
/// </remarks>
[Network(1, 32, 32)]
[Conv(6, 5, Init = Uniform, InitScale = 2.4 / 25), Tanh(Amplitude = Amplitude, Slope = Slope)]
[AvgPool(2), ChannelScale, Tanh(Amplitude = Amplitude, Slope = Slope)]
[Conv(16, 5, Connections = TableI, Init = Uniform, InitScale = 2.4 / 100), Tanh(Amplitude = Amplitude, Slope = Slope)]
[AvgPool(2), ChannelScale, Tanh(Amplitude = Amplitude, Slope = Slope)]
[Conv(120, 5, Init = Uniform, InitScale = 2.4 / 400), Tanh(Amplitude = Amplitude, Slope = Slope)]
[Dense(84, Init = Uniform, InitScale = 2.4 / 120), Tanh(Amplitude = Amplitude, Slope = Slope)]
[RadialBasis(10, Frozen = true)]
[MeanSquaredErrorLoss]
public partial class LeNet5Of1998
{
    private const double Amplitude = 1.7159, Slope = 2.0 / 3;

    // The maps of S2 that each map of C3 sees.
    private const string TableI =
        "0 1 2; 1 2 3; 2 3 4; 3 4 5; 0 4 5; 0 1 5; 0 1 2 3; 1 2 3 4; 2 3 4 5; 0 3 4 5; 0 1 4 5; 0 1 2 5; 0 1 3 4; 1 2 4 5; 0 2 3 5; 0 1 2 3 4 5";
}
