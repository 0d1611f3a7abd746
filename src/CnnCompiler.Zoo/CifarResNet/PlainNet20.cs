using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet-20 for CIFAR-10 without shortcuts, to compare with.</summary>
/// <remarks>
/// 269,722 parameters, 40,551,040 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, figure 6.
/// </remarks>
[Network(3, 32, 32)]
[Conv(16, 3, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
[Use<PlainBlock>(16, Repeat = 3)]
[Use<PlainBlock>(32, 2), Use<PlainBlock>(32, Repeat = 2)]
[Use<PlainBlock>(64, 2), Use<PlainBlock>(64, Repeat = 2)]
[GlobalAvgPool, Dense(10)]
public partial class PlainNet20;
