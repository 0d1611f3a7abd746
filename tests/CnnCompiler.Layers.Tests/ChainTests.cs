using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Whole small networks.</summary>
public sealed class ChainTests : LayerTests<ChainCases>;
