using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Pools with windows and over all positions.</summary>
public sealed class PoolTests : LayerTests<PoolCases>;
