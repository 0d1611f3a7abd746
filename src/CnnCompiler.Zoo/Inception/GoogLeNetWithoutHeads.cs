using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>GoogLeNet without its two classifiers on the side.</summary>
/// <remarks>
/// 6,998,552 parameters, 1,582,671,872 multiply-accumulates.
/// <para/>
/// C. Szegedy, W. Liu, Y. Jia, et al.: Going Deeper with Convolutions, CVPR 2015, arXiv 1409.4842, table 1.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 7, Stride = 2, Padding = 3, Init = Glorot), Relu, MaxPool(3, Stride = 2, CeilMode = true), LocalResponseNorm(5, Alpha = 5e-4, K = 2)]
[Conv(64, 1, Init = Glorot), Relu, Conv(192, 3, Padding = 1, Init = Glorot), Relu, LocalResponseNorm(5, Alpha = 5e-4, K = 2), MaxPool(3, Stride = 2, CeilMode = true)]
[Use<InceptionModule>(64, 96, 128, 16, 32, 32, Name = "inception3a")] // 256x28x28
[Use<InceptionModule>(128, 128, 192, 32, 96, 64, Name = "inception3b"), MaxPool(3, Stride = 2, CeilMode = true)] // 480x14x14
[Use<InceptionModule>(192, 96, 208, 16, 48, 64, Name = "inception4a")] // 512x14x14
[Use<InceptionModule>(160, 112, 224, 24, 64, 64, Name = "inception4b")] // 512x14x14
[Use<InceptionModule>(128, 128, 256, 24, 64, 64, Name = "inception4c")] // 512x14x14
[Use<InceptionModule>(112, 144, 288, 32, 64, 64, Name = "inception4d")] // 528x14x14
[Use<InceptionModule>(256, 160, 320, 32, 128, 128, Name = "inception4e"), MaxPool(3, Stride = 2, CeilMode = true)] // 832x7x7
[Use<InceptionModule>(256, 160, 320, 32, 128, 128, Name = "inception5a")] // 832x7x7
[Use<InceptionModule>(384, 192, 384, 48, 128, 128, Name = "inception5b")] // 1024x7x7
[GlobalAvgPool, Dropout(0.4), Dense(1000, Init = Glorot)]
public partial class GoogLeNetWithoutHeads;
