using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Dense layers of features, signals and images.</summary>
public sealed class DenseTests : LayerTests<DenseCases>;
