namespace CnnCompiler.Zoo;

/// <summary>Inception-v3 on 35x35: 5x5 beside two 3x3.</summary>
[Concat<Conv1x1, Conv5x5, Double3x3, Pool>]
internal abstract class InceptionA
{
    [Parameter] private const int PoolFilters = 32;

    [Use<BatchNormConv>(64)]
    private abstract class Conv1x1;

    [Use<BatchNormConv>(48), Use<BatchNormConv>(64, 5, 5, 1, 2)]
    private abstract class Conv5x5;

    [Use<BatchNormConv>(64), Use<BatchNormConv>(96, 3, 3, 1, 1, Repeat = 2)]
    private abstract class Double3x3;

    [AvgPool(3, Stride = 1, Padding = 1), Use<BatchNormConv>(PoolFilters)]
    private abstract class Pool;
}
