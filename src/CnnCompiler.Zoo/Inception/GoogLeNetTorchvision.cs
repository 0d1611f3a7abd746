namespace CnnCompiler.Zoo;

/// <summary>GoogLeNet as torchvision has it, without side classifiers.</summary>
/// <remarks>
/// 6,624,904 parameters, 1,498,376,192 multiply-accumulates. Batch norms, and 3x3 where the paper has 5x5.
/// <para/>
/// After C. Szegedy, W. Liu, Y. Jia, et al.: Going Deeper with Convolutions, CVPR 2015, arXiv 1409.4842, table 1.
/// </remarks>
[Network(3, 224, 224)]
[Use<BatchNormConv>(64, 7, 7, 2, 3), MaxPool(3, Stride = 2, CeilMode = true)]
[Use<BatchNormConv>(64)]
[Use<BatchNormConv>(192, 3, 3, 1, 1), MaxPool(3, Stride = 2, CeilMode = true)]
[Use<InceptionModuleTorchvision>(64, 96, 128, 16, 32, 32, Name = "inception3a")] // 256x28x28
[Use<InceptionModuleTorchvision>(128, 128, 192, 32, 96, 64, Name = "inception3b"), MaxPool(3, Stride = 2, CeilMode = true)] // 480x14x14
[Use<InceptionModuleTorchvision>(192, 96, 208, 16, 48, 64, Name = "inception4a")] // 512x14x14
[Use<InceptionModuleTorchvision>(160, 112, 224, 24, 64, 64, Name = "inception4b")] // 512x14x14
[Use<InceptionModuleTorchvision>(128, 128, 256, 24, 64, 64, Name = "inception4c")] // 512x14x14
[Use<InceptionModuleTorchvision>(112, 144, 288, 32, 64, 64, Name = "inception4d")] // 528x14x14
[Use<InceptionModuleTorchvision>(256, 160, 320, 32, 128, 128, Name = "inception4e"), MaxPool(2, CeilMode = true)] // 832x7x7
[Use<InceptionModuleTorchvision>(256, 160, 320, 32, 128, 128, Name = "inception5a")] // 832x7x7
[Use<InceptionModuleTorchvision>(384, 192, 384, 48, 128, 128, Name = "inception5b")] // 1024x7x7
[GlobalAvgPool, Dropout(0.2), Dense(1000)]
public partial class GoogLeNetTorchvision;
