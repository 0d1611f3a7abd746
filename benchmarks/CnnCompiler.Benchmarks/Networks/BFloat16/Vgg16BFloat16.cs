using CnnCompiler.Zoo;

namespace CnnCompiler.Benchmarks.Networks.BFloat16;

/// <summary>VGG-16 whose predictions read dense weights as bfloat16.</summary>
[Network(3, 224, 224, Weights = WeightFormat.BFloat16)]
[Use<VggD>]
public partial class Vgg16BFloat16;
