using CnnCompiler;

[Network(64, 28, 28)]
[Concat<Pointwise, Wide, Pooled>]
[GlobalAvgPool, Dense(10)]
public partial class ConcatOfDifferentSizes
{
    [Conv(32, 1), Relu] class Pointwise;
    [Conv(32, 3, Padding = 1), Relu] class Wide;
    [MaxPool(3, Stride = 1), Conv(32, 1), Relu] class Pooled;
}
