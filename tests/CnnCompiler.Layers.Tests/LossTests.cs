using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Losses on features and per position, fused and not.</summary>
public sealed class LossTests : LayerTests<LossCases>;
