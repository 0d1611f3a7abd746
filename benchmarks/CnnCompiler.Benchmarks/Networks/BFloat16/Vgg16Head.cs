namespace CnnCompiler.Benchmarks.Networks.BFloat16;

/// <summary>The dense layers of VGG-16.</summary>
[Network(512, 7, 7)]
[Dense(4096), Relu, Dense(4096), Relu, Dense(1000)]
public partial class Vgg16Head;
