using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Convolutions that compute the pool behind them.</summary>
public sealed class PooledConvTests : LayerTests<PooledConvCases>;
