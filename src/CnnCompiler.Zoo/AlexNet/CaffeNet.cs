using static CnnCompiler.Init;

namespace CnnCompiler.Zoo;

/// <summary>AlexNet with pooling in front of the response norms, as Caffe has it.</summary>
/// <remarks>
/// 60,965,224 parameters, 724,406,816 multiply-accumulates.
/// <para/>
/// Y. Jia, E. Shelhamer, et al.: Caffe: Convolutional Architecture for Fast Feature Embedding, 2014, arXiv 1408.5093; after A. Krizhevsky, I.
/// Sutskever, G. Hinton: ImageNet Classification with Deep Convolutional Neural Networks, NIPS 2012.
/// </remarks>
[Network(3, 227, 227)]
[Conv(96, 11, Stride = 4, Init = Normal), Relu, MaxPool(3, Stride = 2), LocalResponseNorm(5, Alpha = 5e-4, K = 2)]
[Conv(256, 5, Padding = 2, Groups = 2, Init = Normal, BiasInit = 1), Relu, MaxPool(3, Stride = 2), LocalResponseNorm(5, Alpha = 5e-4, K = 2)]
[Conv(384, 3, Padding = 1, Init = Normal), Relu]
[Conv(384, 3, Padding = 1, Groups = 2, Init = Normal, BiasInit = 1), Relu]
[Conv(256, 3, Padding = 1, Groups = 2, Init = Normal, BiasInit = 1), Relu, MaxPool(3, Stride = 2)]
[Dense(4096, Init = Normal, BiasInit = 1), Relu, Dropout]
[Dense(4096, Init = Normal, BiasInit = 1), Relu, Dropout]
[Dense(1000, Init = Normal)]
public partial class CaffeNet;
