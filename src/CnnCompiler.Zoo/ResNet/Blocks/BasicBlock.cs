using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>Two 3x3 convolutions and a shortcut, which is a 1x1 convolution where the shape changes (ResNet's option B).</summary>
[Residual<Main, Projection>, Relu]
internal abstract class BasicBlock
{
    [Parameter] private const int Filters = 16, Stride = 1;

    [Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
    [Conv(Filters, 3, Padding = 1, Bias = false, Init = He), BatchNorm]
    private abstract class Main;

    [Conv(Filters, 1, Stride = Stride, Bias = false, Init = He), BatchNorm]
    private abstract class Projection;
}
