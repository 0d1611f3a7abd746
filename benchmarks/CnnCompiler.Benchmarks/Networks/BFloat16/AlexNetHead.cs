namespace CnnCompiler.Benchmarks.Networks.BFloat16;

/// <summary>The dense layers of AlexNet.</summary>
[Network(256, 6, 6)]
[Dense(4096), Relu, Dense(4096), Relu, Dense(1000)]
public partial class AlexNetHead;
