namespace CnnCompiler.Zoo;

/// <summary>
/// WaveNet over 4096 samples of 256 mu-law levels: three times dilations 1 to 512, a field of 3071 samples; level by level and sample by sample, what
/// comes next.
/// </summary>
/// <remarks>
/// 557,920 parameters, 2,235,564,032 multiply-accumulates.
/// <para/>
/// A. van den Oord, S. Dieleman, H. Zen, et al.: WaveNet: A Generative Model for Raw Audio, 2016, arXiv 1609.03499.
/// </remarks>
[Network(256, 4096)]
[Conv(32, 2, Causal = true)]
[Use<Dilations>(Repeat = 3)]
[TakeSkip("skip"), Relu, Conv(256, 1), Relu, Conv(256, 1)]
public partial class WaveNet
{
    [Use<Layer>(1), Use<Layer>(2), Use<Layer>(4), Use<Layer>(8), Use<Layer>(16)]
    [Use<Layer>(32), Use<Layer>(64), Use<Layer>(128), Use<Layer>(256), Use<Layer>(512)]
    private abstract class Dilations;

    [Residual<Main>]
    private abstract class Layer
    {
        [Parameter] private const int Dilation = 1;

        [Multiply<Filter, Gate>, Skip<ToSkip>("skip"), Conv(32, 1)]
        private abstract class Main;

        [Conv(32, 2, Dilation = Dilation, Causal = true), Tanh]
        private abstract class Filter;

        [Conv(32, 2, Dilation = Dilation, Causal = true), Sigmoid]
        private abstract class Gate;

        [Conv(256, 1)]
        private abstract class ToSkip;
    }
}
