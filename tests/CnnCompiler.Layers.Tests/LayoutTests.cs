using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Layers that move values.</summary>
public sealed class LayoutTests : LayerTests<LayoutCases>;
