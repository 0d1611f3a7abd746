using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Convolutions whose gradients go from winner to winner of the maximum behind them.</summary>
public sealed class WinnerTests : LayerTests<WinnerCases>;
