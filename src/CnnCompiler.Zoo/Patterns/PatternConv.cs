using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>CONV, RELU, FC on CIFAR-10.</summary>
/// <remarks>
/// 164,298 parameters, 606,208 multiply-accumulates.
/// <para/>
/// Its pattern is INPUT, then [CONV, RELU] n times and perhaps POOL, m times, then [FC, RELU] k times, then FC (A. Karpathy: CS231n Convolutional
/// Neural Networks for Visual Recognition, 2015): n = m = 1 without a pool, k = 0.
/// </remarks>
[Network(3, 32, 32)]
[Conv(16, 3, Padding = 1, Init = He), Relu]
[Dense(10)]
public partial class PatternConv;
