using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;

namespace CnnCompiler.Layers.Tests;

/// <summary>3x3 and 5x5 convolutions by Winograd transforms.</summary>
public sealed class WinogradTests : LayerTests<WinogradCases>;
