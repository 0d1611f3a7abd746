using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>FC, RELU, FC on CIFAR-10.</summary>
/// <remarks>
/// 308,310 parameters, 308,200 multiply-accumulates.
/// <para/>
/// Its pattern is INPUT, then [CONV, RELU] n times and perhaps POOL, m times, then [FC, RELU] k times, then FC (A. Karpathy: CS231n Convolutional
/// Neural Networks for Visual Recognition, 2015): m = 0, k = 1.
/// </remarks>
[Network(3, 32, 32)]
[Dense(100, Init = He), Relu]
[Dense(10)]
public partial class PatternTwoLayer;
