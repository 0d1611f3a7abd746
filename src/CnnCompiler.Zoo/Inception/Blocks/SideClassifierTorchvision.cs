namespace CnnCompiler.Zoo;

/// <summary>The classifier on the side of torchvision's GoogLeNet.</summary>
[AvgPool(5, Stride = 3), Use<BatchNormConv>(128)]
[Dense(1024), Relu, Dropout(0.7)]
[Dense(1000)]
internal abstract class SideClassifierTorchvision;
