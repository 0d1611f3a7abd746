using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Batch normalisation, alone and fused.</summary>
public sealed class BatchNormTests : LayerTests<BatchNormCases>;
