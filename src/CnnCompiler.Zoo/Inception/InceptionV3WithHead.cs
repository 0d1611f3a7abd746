namespace CnnCompiler.Zoo;

/// <summary>Inception-v3 as torchvision has it, with its side classifier.</summary>
/// <remarks>
/// 27,161,264 parameters, 5,713,216,096 multiply-accumulates.
/// <para/>
/// C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens, Z. Wojna: Rethinking the Inception Architecture for Computer Vision, CVPR 2016, arXiv 1512.00567.
/// </remarks>
[Network(3, 299, 299)]
[Use<BatchNormConv>(32, 3, 3, 2), Use<BatchNormConv>(32, 3), Use<BatchNormConv>(64, 3, 3, 1, 1), MaxPool(3, Stride = 2)]
[Use<BatchNormConv>(80), Use<BatchNormConv>(192, 3), MaxPool(3, Stride = 2)]
[Use<InceptionA>(32), Use<InceptionA>(64, Repeat = 2)] // 288x35x35
[Use<InceptionB>] // 768x17x17
[Use<InceptionC>(128), Use<InceptionC>(160, Repeat = 2), Use<InceptionC>(192), Auxiliary<InceptionHead>]
[Use<InceptionD>] // 1280x8x8
[Use<InceptionE>(Repeat = 2)] // 2048x8x8
[GlobalAvgPool, Dropout, Dense(1000)]
public partial class InceptionV3WithHead;
