using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Separable convolutions, and what is fused behind them.</summary>
public sealed class SeparableConvTests : LayerTests<SeparableConvCases>;
