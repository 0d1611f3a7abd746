namespace CnnCompiler.Zoo;

/// <summary>Inception-v3 from 35x35 to 17x17.</summary>
[Concat<Conv3x3, Double3x3, Pool>]
internal abstract class InceptionB
{
    [Use<BatchNormConv>(384, 3, 3, 2)]
    private abstract class Conv3x3;

    [Use<BatchNormConv>(64), Use<BatchNormConv>(96, 3, 3, 1, 1), Use<BatchNormConv>(96, 3, 3, 2)]
    private abstract class Double3x3;

    [MaxPool(3, Stride = 2)]
    private abstract class Pool;
}
