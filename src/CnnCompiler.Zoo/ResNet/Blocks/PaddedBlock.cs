using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>Two 3x3 convolutions and a shortcut without parameters, which appends zero channels where the shape changes (ResNet's option A).</summary>
[Residual<Main>(PadChannels = true), Relu]
internal abstract class PaddedBlock
{
    [Parameter] private const int Filters = 16, Stride = 1;

    [Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
    [Conv(Filters, 3, Padding = 1, Bias = false, Init = He), BatchNorm]
    private abstract class Main;
}
