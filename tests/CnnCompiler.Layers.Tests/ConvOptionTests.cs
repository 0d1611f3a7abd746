using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Convolutions with each option.</summary>
public sealed class ConvOptionTests : LayerTests<ConvOptionCases>;
