using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Locally connected and tiled convolutions.</summary>
public sealed class UnsharedConvTests : LayerTests<UnsharedConvCases>;
