using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>LeNet-1 as it was published: trained pools, and a second convolution of 20 kernels.</summary>
/// <remarks>
/// 2,578 parameters, 91,520 multiply-accumulates.
/// <para/>
/// Y. LeCun, B. Boser, J. S. Denker, et al.: Handwritten Digit Recognition with a Back-Propagation Network, NIPS 2, 1989.
/// </remarks>
[Network(1, 28, 28)]
[Conv(4, 5, Init = Uniform, InitScale = 2.4 / 25), Tanh(Amplitude = Amplitude, Slope = Slope)]
[AvgPool(2), ChannelScale, Tanh(Amplitude = Amplitude, Slope = Slope)]
[Conv(12, 5, Connections = Table1, Init = Uniform, InitScale = 2.4 / 50), Tanh(Amplitude = Amplitude, Slope = Slope)]
[AvgPool(2), ChannelScale, Tanh(Amplitude = Amplitude, Slope = Slope)]
[Dense(10, Init = Uniform, InitScale = 2.4 / 192), Tanh(Amplitude = Amplitude, Slope = Slope)]
[MeanSquaredErrorLoss]
public partial class LeNet1Of1989
{
    private const double Amplitude = 1.7159, Slope = 2.0 / 3;

    // The maps of H2 that each map of H3 sees.
    private const string Table1 = "0; 0 1; 0 1; 1; 0 1; 0 1; 2; 2 3; 2 3; 3; 2 3; 2 3";
}
