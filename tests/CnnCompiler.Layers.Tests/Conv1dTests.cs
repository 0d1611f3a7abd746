using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>Convolutions of signals.</summary>
public sealed class Conv1dTests : LayerTests<Conv1dCases>;
