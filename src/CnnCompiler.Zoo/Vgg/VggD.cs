using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>VGG's column D (VGG-16): sixteen layers with weights.</summary>
/// <remarks>
/// 138,357,544 parameters, 15,470,264,320 multiply-accumulates. The initial weights are Glorot's, with which the paper needs no pre-training.
/// <para/>
/// K. Simonyan, A. Zisserman: Very Deep Convolutional Networks for Large-Scale Image Recognition, ICLR 2015, arXiv 1409.1556, table 1.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 3, Padding = 1, Init = Glorot), Relu, Conv(64, 3, Padding = 1, Init = Glorot), Relu, MaxPool(2)] // 64x112x112
[Conv(128, 3, Padding = 1, Init = Glorot), Relu, Conv(128, 3, Padding = 1, Init = Glorot), Relu, MaxPool(2)] // 128x56x56
[Conv(256, 3, Padding = 1, Init = Glorot), Relu, Conv(256, 3, Padding = 1, Init = Glorot), Relu]
[Conv(256, 3, Padding = 1, Init = Glorot), Relu, MaxPool(2)] // 256x28x28
[Conv(512, 3, Padding = 1, Init = Glorot), Relu, Conv(512, 3, Padding = 1, Init = Glorot), Relu]
[Conv(512, 3, Padding = 1, Init = Glorot), Relu, MaxPool(2)] // 512x14x14
[Conv(512, 3, Padding = 1, Init = Glorot), Relu, Conv(512, 3, Padding = 1, Init = Glorot), Relu]
[Conv(512, 3, Padding = 1, Init = Glorot), Relu, MaxPool(2)] // 512x7x7
[Dense(4096, Init = Glorot), Relu, Dropout]
[Dense(4096, Init = Glorot), Relu, Dropout]
[Dense(1000, Init = Glorot)]
public partial class VggD;
