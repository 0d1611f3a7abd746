using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>ZFNet with the wider last convolutions of its best single network.</summary>
/// <remarks>
/// 107,627,624 parameters, 2,476,704,896 multiply-accumulates. The window of the contrast norm, 5x5, is not in the paper.
/// <para/>
/// M. Zeiler, R. Fergus: Visualizing and Understanding Convolutional Networks, ECCV 2014, arXiv 1311.2901 (section 5.1).
/// </remarks>
[Network(3, 224, 224)]
[Conv(96, 7, Stride = 2, Padding = 1, Init = Normal), Relu, MaxPool(3, Stride = 2, CeilMode = true), ContrastNorm(5)]
[Conv(256, 5, Stride = 2, Init = Normal), Relu, MaxPool(3, Stride = 2, CeilMode = true), ContrastNorm(5)]
[Conv(512, 3, Padding = 1, Init = Normal), Relu]
[Conv(1024, 3, Padding = 1, Init = Normal), Relu]
[Conv(512, 3, Padding = 1, Init = Normal), Relu, MaxPool(3, Stride = 2)]
[Dense(4096, Init = Normal), Relu, Dropout]
[Dense(4096, Init = Normal), Relu, Dropout]
[Dense(1000, Init = Normal)]
public partial class ZFNetWide;
