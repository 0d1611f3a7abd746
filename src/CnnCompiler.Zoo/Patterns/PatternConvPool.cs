using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>[CONV, RELU, POOL] twice, FC, RELU, FC on CIFAR-10.</summary>
/// <remarks>
/// 579,402 parameters, 16,090,368 multiply-accumulates.
/// <para/>
/// Its pattern is INPUT, then [CONV, RELU] n times and perhaps POOL, m times, then [FC, RELU] k times, then FC (A. Karpathy: CS231n Convolutional
/// Neural Networks for Visual Recognition, 2015): n = 1, m = 2, k = 1.
/// </remarks>
[Network(3, 32, 32)]
[Conv(32, 5, Padding = 2, Init = He), Relu, MaxPool(2)]
[Conv(64, 5, Padding = 2, Init = He), Relu, MaxPool(2)]
[Dense(128, Init = He), Relu]
[Dense(10)]
public partial class PatternConvPool;
