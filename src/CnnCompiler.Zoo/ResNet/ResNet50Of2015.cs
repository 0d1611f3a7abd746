using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ResNet of 50 layers as it was published, with the stride in the first 1x1 convolution of a block.</summary>
/// <remarks>
/// 25,557,032 parameters, 3,857,973,248 multiply-accumulates.
/// <para/>
/// K. He, X. Zhang, S. Ren, J. Sun: Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385, table 1.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 7, Stride = 2, Padding = 3, Bias = false, Init = He), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1)]
[Use<Bottleneck>(64, Repeat = 3)] // 256x56x56
[Use<Bottleneck>(128, 1, 2), Use<Bottleneck>(128, Repeat = 3)] // 512x28x28
[Use<Bottleneck>(256, 1, 2), Use<Bottleneck>(256, Repeat = 5)] // 1024x14x14
[Use<Bottleneck>(512, 1, 2), Use<Bottleneck>(512, Repeat = 2)] // 2048x7x7
[GlobalAvgPool, Dense(1000)]
public partial class ResNet50Of2015;
