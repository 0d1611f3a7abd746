using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet-18 without shortcuts, to compare with.</summary>
/// <remarks>
/// 11,515,688 parameters, 1,794,805,760 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, figure 4.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 7, Stride = 2, Padding = 3, Bias = false, Init = He), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1)]
[Use<PlainBlock>(64, Repeat = 2)] // 64x56x56
[Use<PlainBlock>(128, 2), Use<PlainBlock>(128)] // 128x28x28
[Use<PlainBlock>(256, 2), Use<PlainBlock>(256)] // 256x14x14
[Use<PlainBlock>(512, 2), Use<PlainBlock>(512)] // 512x7x7
[GlobalAvgPool, Dense(1000)]
public partial class PlainNet18;
