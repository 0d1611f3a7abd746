using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>AlexNet after a look inside: a smaller first window and stride, contrast normalised across maps.</summary>
/// <remarks>
/// 62,357,608 parameters, 1,168,032,896 multiply-accumulates. The window of the contrast norm, 5x5, is not in the paper.
/// <para/>
/// M. Zeiler, R. Fergus: Visualizing and Understanding Convolutional Networks, ECCV 2014, arXiv 1311.2901.
/// </remarks>
[Network(3, 224, 224)]
[Conv(96, 7, Stride = 2, Padding = 1, Init = Normal), Relu, MaxPool(3, Stride = 2, CeilMode = true), ContrastNorm(5)]
[Conv(256, 5, Stride = 2, Init = Normal), Relu, MaxPool(3, Stride = 2, CeilMode = true), ContrastNorm(5)]
[Conv(384, 3, Padding = 1, Init = Normal), Relu]
[Conv(384, 3, Padding = 1, Init = Normal), Relu]
[Conv(256, 3, Padding = 1, Init = Normal), Relu, MaxPool(3, Stride = 2)]
[Dense(4096, Init = Normal), Relu, Dropout]
[Dense(4096, Init = Normal), Relu, Dropout]
[Dense(1000, Init = Normal)]
public partial class ZFNet;
