using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Activations and softmaxes, alone and fused.</summary>
public sealed class ActivationTests : LayerTests<ActivationCases>;
