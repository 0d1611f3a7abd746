using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Layer, instance, group and positional normalisation.</summary>
public sealed class SampleNormTests : LayerTests<SampleNormCases>;
