namespace CnnCompiler.Zoo;

/// <summary>The CIFAR-10 network that ConvNetJS trains in a browser.</summary>
/// <remarks>
/// 22,466 parameters, 3,920,000 multiply-accumulates.
/// <para/>
/// A. Karpathy: ConvNetJS, 2014; trained by Adadelta on mini-batches of 4, weight decay 1e-4.
/// </remarks>
[Network(3, 32, 32)]
[Conv(16, 5, Padding = 2), Relu, MaxPool(2)]
[Conv(20, 5, Padding = 2), Relu, MaxPool(2)]
[Conv(20, 5, Padding = 2), Relu, MaxPool(2)]
[Dense(10)]
public partial class ConvNetJsCifar;
