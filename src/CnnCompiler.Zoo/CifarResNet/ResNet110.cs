using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet of 110 layers for CIFAR-10, with projections where the shape changes (option B).</summary>
/// <remarks>
/// 1,730,714 parameters, 253,149,824 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, section 4.2.
/// </remarks>
[Network(3, 32, 32)]
[Conv(16, 3, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
[Use<BasicBlock>(16, Repeat = 18)]
[Use<BasicBlock>(32, 2), Use<BasicBlock>(32, Repeat = 17)]
[Use<BasicBlock>(64, 2), Use<BasicBlock>(64, Repeat = 17)]
[GlobalAvgPool, Dense(10)]
public partial class ResNet110;
