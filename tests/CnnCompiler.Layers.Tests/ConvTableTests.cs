using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Causal convolutions, tables of connections and normalised weights.</summary>
public sealed class ConvTableTests : LayerTests<ConvTableCases>;
