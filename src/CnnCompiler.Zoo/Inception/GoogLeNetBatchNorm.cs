using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>GoogLeNet with batch norms in place of response norms and biases.</summary>
/// <remarks>
/// 7,005,832 parameters, 1,582,671,872 multiply-accumulates.
/// <para/>
/// After C. Szegedy, W. Liu, Y. Jia, et al.: Going Deeper with Convolutions, CVPR 2015, arXiv 1409.4842, table 1, and S. Ioffe, C. Szegedy: Batch
/// Normalization, ICML 2015, arXiv 1502.03167.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 7, Stride = 2, Padding = 3, Bias = false, Init = Glorot), BatchNorm, Relu, MaxPool(3, Stride = 2, CeilMode = true)]
[Conv(64, 1, Bias = false, Init = Glorot), BatchNorm, Relu]
[Conv(192, 3, Padding = 1, Bias = false, Init = Glorot), BatchNorm, Relu, MaxPool(3, Stride = 2, CeilMode = true)]
[Use<InceptionModuleBatchNorm>(64, 96, 128, 16, 32, 32, Name = "inception3a")] // 256x28x28
[Use<InceptionModuleBatchNorm>(128, 128, 192, 32, 96, 64, Name = "inception3b"), MaxPool(3, Stride = 2, CeilMode = true)] // 480x14x14
[Use<InceptionModuleBatchNorm>(192, 96, 208, 16, 48, 64, Name = "inception4a")] // 512x14x14
[Use<InceptionModuleBatchNorm>(160, 112, 224, 24, 64, 64, Name = "inception4b")] // 512x14x14
[Use<InceptionModuleBatchNorm>(128, 128, 256, 24, 64, 64, Name = "inception4c")] // 512x14x14
[Use<InceptionModuleBatchNorm>(112, 144, 288, 32, 64, 64, Name = "inception4d")] // 528x14x14
[Use<InceptionModuleBatchNorm>(256, 160, 320, 32, 128, 128, Name = "inception4e"), MaxPool(3, Stride = 2, CeilMode = true)] // 832x7x7
[Use<InceptionModuleBatchNorm>(256, 160, 320, 32, 128, 128, Name = "inception5a")] // 832x7x7
[Use<InceptionModuleBatchNorm>(384, 192, 384, 48, 128, 128, Name = "inception5b")] // 1024x7x7
[GlobalAvgPool, Dropout(0.4), Dense(1000, Init = Glorot)]
public partial class GoogLeNetBatchNorm;
