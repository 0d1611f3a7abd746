using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet of 101 layers, with the stride in the 3x3 convolutions, as torchvision has it.</summary>
/// <remarks>
/// 44,549,160 parameters, 7,801,405,440 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, table 1.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 7, Stride = 2, Padding = 3, Bias = false, Init = He), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1)]
[Use<Bottleneck>(64, Repeat = 3)] // 256x56x56
[Use<Bottleneck>(128, 2), Use<Bottleneck>(128, Repeat = 3)] // 512x28x28
[Use<Bottleneck>(256, 2), Use<Bottleneck>(256, Repeat = 22)] // 1024x14x14
[Use<Bottleneck>(512, 2), Use<Bottleneck>(512, Repeat = 2)] // 2048x7x7
[GlobalAvgPool, Dense(1000)]
public partial class ResNet101;
