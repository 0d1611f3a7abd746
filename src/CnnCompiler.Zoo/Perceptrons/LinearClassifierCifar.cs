namespace CnnCompiler.Zoo;

/// <summary>Ten weighted sums of the pixels of a CIFAR-10 image: row k of the weights is a template picture of class k.</summary>
/// <remarks>
/// 30,730 parameters, 30,720 multiply-accumulates.
/// <para/>
/// The data: A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images, 2009.
/// </remarks>
[Network(3, 32, 32)]
[Dense(10)]
public partial class LinearClassifierCifar;
