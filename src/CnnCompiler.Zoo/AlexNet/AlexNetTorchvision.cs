namespace CnnCompiler.Zoo;

/// <summary>AlexNet of one narrower tower without response norms, as torchvision has it.</summary>
/// <remarks>
/// 61,100,840 parameters, 714,188,480 multiply-accumulates.
/// <para/>
/// A. Krizhevsky: One weird trick for parallelizing convolutional neural networks, 2014, arXiv 1404.5997.
/// </remarks>
[Network(3, 224, 224)]
[Conv(64, 11, Stride = 4, Padding = 2), Relu, MaxPool(3, Stride = 2)]
[Conv(192, 5, Padding = 2), Relu, MaxPool(3, Stride = 2)]
[Conv(384, 3, Padding = 1), Relu]
[Conv(256, 3, Padding = 1), Relu]
[Conv(256, 3, Padding = 1), Relu, MaxPool(3, Stride = 2)]
[Dropout, Dense(4096), Relu]
[Dropout, Dense(4096), Relu]
[Dense(1000)]
public partial class AlexNetTorchvision;
