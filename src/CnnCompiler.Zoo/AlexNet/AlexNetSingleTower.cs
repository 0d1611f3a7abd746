using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>AlexNet with one tower: every convolution sees all maps.</summary>
/// <remarks>
/// 62,378,344 parameters, 1,135,256,096 multiply-accumulates.
/// <para/>
/// After A. Krizhevsky, I. Sutskever, G. Hinton: ImageNet Classification with Deep Convolutional Neural Networks, NIPS 2012.
/// </remarks>
[Network(3, 227, 227)]
[Conv(96, 11, Stride = 4, Init = Normal), Relu, LocalResponseNorm(5, Alpha = 5e-4, K = 2), MaxPool(3, Stride = 2)]
[Conv(256, 5, Padding = 2, Init = Normal, BiasInit = 1), Relu, LocalResponseNorm(5, Alpha = 5e-4, K = 2), MaxPool(3, Stride = 2)]
[Conv(384, 3, Padding = 1, Init = Normal), Relu]
[Conv(384, 3, Padding = 1, Init = Normal, BiasInit = 1), Relu]
[Conv(256, 3, Padding = 1, Init = Normal, BiasInit = 1), Relu, MaxPool(3, Stride = 2)]
[Dense(4096, Init = Normal, BiasInit = 1), Relu, Dropout]
[Dense(4096, Init = Normal, BiasInit = 1), Relu, Dropout]
[Dense(1000, Init = Normal)]
public partial class AlexNetSingleTower;
