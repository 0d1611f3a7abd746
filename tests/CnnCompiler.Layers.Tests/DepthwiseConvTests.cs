using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Depthwise convolutions: widths about the register tiles, options, multipliers.</summary>
public sealed class DepthwiseConvTests : LayerTests<DepthwiseConvCases>;
