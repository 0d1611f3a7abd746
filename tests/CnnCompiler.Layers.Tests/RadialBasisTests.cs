using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Squared distances to vectors.</summary>
public sealed class RadialBasisTests : LayerTests<RadialBasisCases>;
