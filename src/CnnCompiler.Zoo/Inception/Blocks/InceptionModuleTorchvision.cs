namespace CnnCompiler.Zoo;

/// <summary>The module of torchvision's GoogLeNet: 3x3 in the path that is 5x5 in the paper.</summary>
[Concat<Conv1x1, Conv3x3, Conv5x5, Pool>]
internal abstract class InceptionModuleTorchvision
{
    [Parameter] private const int N1 = 64, Reduce3 = 96, N3 = 128, Reduce5 = 16, N5 = 32, PoolProjection = 32;

    [Use<BatchNormConv>(N1)]
    private abstract class Conv1x1;

    [Use<BatchNormConv>(Reduce3), Use<BatchNormConv>(N3, 3, 3, 1, 1)]
    private abstract class Conv3x3;

    [Use<BatchNormConv>(Reduce5), Use<BatchNormConv>(N5, 3, 3, 1, 1)]
    private abstract class Conv5x5;

    [MaxPool(3, Stride = 1, Padding = 1), Use<BatchNormConv>(PoolProjection)]
    private abstract class Pool;
}
