namespace CnnCompiler.Zoo;

/// <summary>Inception-v3 on 8x8: rows and columns side by side.</summary>
[Concat<Conv1x1, Conv3x3, Double3x3, Pool>]
internal abstract class InceptionE
{
    [Use<BatchNormConv>(320)]
    private abstract class Conv1x1;

    [Use<BatchNormConv>(384), Concat<Row, Column>]
    private abstract class Conv3x3;

    [Use<BatchNormConv>(448), Use<BatchNormConv>(384, 3, 3, 1, 1), Concat<Row, Column>]
    private abstract class Double3x3;

    [AvgPool(3, Stride = 1, Padding = 1), Use<BatchNormConv>(192)]
    private abstract class Pool;

    [Use<BatchNormConv>(384, 1, 3, 1, 0, 1)]
    private abstract class Row;

    [Use<BatchNormConv>(384, 3, 1, 1, 1, 0)]
    private abstract class Column;
}
