using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet of 44 layers for CIFAR-10 as it was published, with shortcuts that have no parameters (option A).</summary>
/// <remarks>
/// 658,586 parameters, 97,174,144 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, section 4.2.
/// </remarks>
[Network(3, 32, 32)]
[Conv(16, 3, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
[Use<PaddedBlock>(16, Repeat = 7)]
[Use<PaddedBlock>(32, 2), Use<PaddedBlock>(32, Repeat = 6)]
[Use<PaddedBlock>(64, 2), Use<PaddedBlock>(64, Repeat = 6)]
[GlobalAvgPool, Dense(10)]
public partial class ResNet44A;
