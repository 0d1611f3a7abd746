using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Dense layers whose predictions read bfloat16 weights.</summary>
public sealed class BFloat16Tests : LayerTests<BFloat16Cases>;
