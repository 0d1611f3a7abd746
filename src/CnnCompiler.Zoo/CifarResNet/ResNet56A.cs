using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet of 56 layers for CIFAR-10 as it was published, with shortcuts that have no parameters (option A).</summary>
/// <remarks>
/// 853,018 parameters, 125,485,696 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, section 4.2.
/// </remarks>
[Network(3, 32, 32)]
[Conv(16, 3, Padding = 1, Bias = false, Init = He), BatchNorm, Relu]
[Use<PaddedBlock>(16, Repeat = 9)]
[Use<PaddedBlock>(32, 2), Use<PaddedBlock>(32, Repeat = 8)]
[Use<PaddedBlock>(64, 2), Use<PaddedBlock>(64, Repeat = 8)]
[GlobalAvgPool, Dense(10)]
public partial class ResNet56A;
