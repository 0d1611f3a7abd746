using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Networks with branches.</summary>
public sealed class BranchTests : LayerTests<BranchCases>;
