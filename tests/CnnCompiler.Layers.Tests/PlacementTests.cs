using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Networks whose tensors share memory.</summary>
public sealed class PlacementTests : LayerTests<PlacementCases>;
