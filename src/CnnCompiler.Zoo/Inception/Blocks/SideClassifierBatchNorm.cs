using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>The classifier on GoogLeNet's side, its convolution with a batch norm.</summary>
[AvgPool(5, Stride = 3), Conv(128, 1, Bias = false, Init = Glorot), BatchNorm, Relu]
[Dense(1024, Init = Glorot), Relu, Dropout(0.7)]
[Dense(1000, Init = Glorot)]
internal abstract class SideClassifierBatchNorm;
