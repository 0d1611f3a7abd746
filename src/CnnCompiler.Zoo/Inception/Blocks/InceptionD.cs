namespace CnnCompiler.Zoo;

/// <summary>Inception-v3 from 17x17 to 8x8.</summary>
[Concat<Conv3x3, Conv7x7x3, Pool>]
internal abstract class InceptionD
{
    [Use<BatchNormConv>(192), Use<BatchNormConv>(320, 3, 3, 2)]
    private abstract class Conv3x3;

    [Use<BatchNormConv>(192), Use<BatchNormConv>(192, 1, 7, 1, 0, 3), Use<BatchNormConv>(192, 7, 1, 1, 3, 0), Use<BatchNormConv>(192, 3, 3, 2)]
    private abstract class Conv7x7x3;

    [MaxPool(3, Stride = 2)]
    private abstract class Pool;
}
