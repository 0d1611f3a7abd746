using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>
/// 1x1, 3x3 and 1x1 convolutions, the last four times as wide, and a shortcut. Stride is that of the 3x3, ReduceStride that of the first 1x1.
/// </summary>
[Residual<Main, Projection>, Relu]
internal abstract class Bottleneck
{
    [Parameter] private const int Filters = 64, Stride = 1, ReduceStride = 1;

    [Conv(Filters, 1, Stride = ReduceStride, Bias = false, Init = He), BatchNorm, Relu]
    [Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
    [Conv(4 * Filters, 1, Bias = false, Init = He), BatchNorm]
    private abstract class Main;

    [Conv(4 * Filters, 1, Stride = Stride * ReduceStride, Bias = false, Init = He), BatchNorm]
    private abstract class Projection;
}
