using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Transposed convolutions: strides, paddings, dilations, groups.</summary>
public sealed class ConvTransposeTests : LayerTests<ConvTransposeCases>;
