using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Networks with remembered tensors, running sums, classifiers on the side.</summary>
public sealed class GraphTests : LayerTests<GraphCases>;
