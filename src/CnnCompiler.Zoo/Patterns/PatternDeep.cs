using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>[CONV, RELU, CONV, RELU, POOL] three times, [FC, RELU] twice, FC on CIFAR-10.</summary>
/// <remarks>
/// 879,914 parameters, 39,225,856 multiply-accumulates.
/// <para/>
/// Its pattern is INPUT, then [CONV, RELU] n times and perhaps POOL, m times, then [FC, RELU] k times, then FC (A. Karpathy: CS231n Convolutional
/// Neural Networks for Visual Recognition, 2015): n = 2, m = 3, k = 2.
/// </remarks>
[Network(3, 32, 32)]
[Conv(32, 3, Padding = 1, Init = He), Relu, Conv(32, 3, Padding = 1, Init = He), Relu, MaxPool(2)]
[Conv(64, 3, Padding = 1, Init = He), Relu, Conv(64, 3, Padding = 1, Init = He), Relu, MaxPool(2)]
[Conv(128, 3, Padding = 1, Init = He), Relu, Conv(128, 3, Padding = 1, Init = He), Relu, MaxPool(2)]
[Dense(256, Init = He), Relu, Dense(256, Init = He), Relu]
[Dense(10)]
public partial class PatternDeep;
