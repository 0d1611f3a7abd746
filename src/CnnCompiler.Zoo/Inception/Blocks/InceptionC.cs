namespace CnnCompiler.Zoo;

/// <summary>Inception-v3 on 17x17: 7x7 as rows and columns.</summary>
[Concat<Conv1x1, Conv7x7, Double7x7, Pool>]
internal abstract class InceptionC
{
    [Parameter] private const int Filters = 128;

    [Use<BatchNormConv>(192)]
    private abstract class Conv1x1;

    [Use<BatchNormConv>(Filters), Use<BatchNormConv>(Filters, 1, 7, 1, 0, 3), Use<BatchNormConv>(192, 7, 1, 1, 3, 0)]
    private abstract class Conv7x7;

    [Use<BatchNormConv>(Filters), Use<BatchNormConv>(Filters, 7, 1, 1, 3, 0), Use<BatchNormConv>(Filters, 1, 7, 1, 0, 3)]
    [Use<BatchNormConv>(Filters, 7, 1, 1, 3, 0), Use<BatchNormConv>(192, 1, 7, 1, 0, 3)]
    private abstract class Double7x7;

    [AvgPool(3, Stride = 1, Padding = 1), Use<BatchNormConv>(192)]
    private abstract class Pool;
}
