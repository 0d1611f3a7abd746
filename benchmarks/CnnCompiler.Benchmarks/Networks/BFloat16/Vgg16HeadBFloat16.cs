namespace CnnCompiler.Benchmarks.Networks.BFloat16;

/// <summary>The dense layers of VGG-16, their weights read as bfloat16.</summary>
[Network(512, 7, 7, Weights = WeightFormat.BFloat16)]
[Use<Vgg16Head>]
public partial class Vgg16HeadBFloat16;
