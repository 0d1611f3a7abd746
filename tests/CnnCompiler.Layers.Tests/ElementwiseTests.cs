using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Further activations and layers with parameters per channel.</summary>
public sealed class ElementwiseTests : LayerTests<ElementwiseCases>;
