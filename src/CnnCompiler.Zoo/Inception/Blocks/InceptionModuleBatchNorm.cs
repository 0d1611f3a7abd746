using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>GoogLeNet's module with a batch norm in place of each bias.</summary>
[Concat<Conv1x1, Conv3x3, Conv5x5, Pool>]
internal abstract class InceptionModuleBatchNorm
{
    [Parameter] private const int N1 = 64, Reduce3 = 96, N3 = 128, Reduce5 = 16, N5 = 32, PoolProjection = 32;

    [Conv(N1, 1, Bias = false, Init = Glorot), BatchNorm, Relu]
    private abstract class Conv1x1;

    [Conv(Reduce3, 1, Bias = false, Init = Glorot), BatchNorm, Relu, Conv(N3, 3, Padding = 1, Bias = false, Init = Glorot), BatchNorm, Relu]
    private abstract class Conv3x3;

    [Conv(Reduce5, 1, Bias = false, Init = Glorot), BatchNorm, Relu, Conv(N5, 5, Padding = 2, Bias = false, Init = Glorot), BatchNorm, Relu]
    private abstract class Conv5x5;

    [MaxPool(3, Stride = 1, Padding = 1), Conv(PoolProjection, 1, Bias = false, Init = Glorot), BatchNorm, Relu]
    private abstract class Pool;
}
