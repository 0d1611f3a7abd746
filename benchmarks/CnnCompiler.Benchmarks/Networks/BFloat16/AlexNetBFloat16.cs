using CnnCompiler.Zoo;

namespace CnnCompiler.Benchmarks.Networks.BFloat16;

/// <summary>AlexNet whose predictions read dense weights as bfloat16.</summary>
[Network(3, 224, 224, Weights = WeightFormat.BFloat16)]
[Use<AlexNetTorchvision>]
public partial class AlexNetBFloat16;
