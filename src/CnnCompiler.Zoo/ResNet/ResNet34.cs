using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet of 34 layers.</summary>
/// <remarks>
/// 21,797,672 parameters, 3,663,761,408 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, table 1.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 7, Stride = 2, Padding = 3, Bias = false, Init = He), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1)]
[Use<BasicBlock>(64, Repeat = 3)] // 64x56x56
[Use<BasicBlock>(128, 2), Use<BasicBlock>(128, Repeat = 3)] // 128x28x28
[Use<BasicBlock>(256, 2), Use<BasicBlock>(256, Repeat = 5)] // 256x14x14
[Use<BasicBlock>(512, 2), Use<BasicBlock>(512, Repeat = 2)] // 512x7x7
[GlobalAvgPool, Dense(1000)]
public partial class ResNet34;
