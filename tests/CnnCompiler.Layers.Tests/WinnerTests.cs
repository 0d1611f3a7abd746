using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Cases;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests;

/// <summary>Convolutions whose gradients go from winner to winner of the maximum behind them.</summary>
public sealed class WinnerTests : LayerTests<WinnerCases>
{
    /// <summary>The cases are about what they say: the estimates choose these kernels for each.</summary>
    [Fact]
    public void Gradients_GoFromWinnerToWinner()
    {
        string[] names = [.. WinnerCases.Cases.Select(c => c.Network.Name)];
        GeneratorRun run = GeneratorHarness.Run(ReferenceNetwork.File(WinnerCases.Cases.Select(c => c.Network)));
        Assert.All(names, name => Assert.Contains(run.GeneratedTrees, tree =>
            tree.FilePath.EndsWith($".{name}.Gradient.g.cs", StringComparison.Ordinal) && tree.ToString().Contains("gradients from winner to winner", StringComparison.Ordinal)));
    }
}
