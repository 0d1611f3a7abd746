using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Local response and contrast normalisation.</summary>
public sealed class ResponseNormTests : LayerTests<ResponseNormCases>;
