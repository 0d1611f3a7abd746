namespace CnnCompiler.Benchmarks.Networks.BFloat16;

/// <summary>The dense layers of AlexNet, their weights read as bfloat16.</summary>
[Network(256, 6, 6, Weights = WeightFormat.BFloat16)]
[Use<AlexNetHead>]
public partial class AlexNetHeadBFloat16;
