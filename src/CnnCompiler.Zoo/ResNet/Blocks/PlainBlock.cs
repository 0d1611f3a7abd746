using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>Two 3x3 convolutions without a shortcut.</summary>
[Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
[Conv(Filters, 3, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
internal abstract class PlainBlock
{
    [Parameter] private const int Filters = 16, Stride = 1;
}
