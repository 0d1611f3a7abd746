using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Convolutions whose channels and widths are tiles, one less, one more, one, and prime.</summary>
public sealed class ConvSizeTests : LayerTests<ConvSizeCases>;
