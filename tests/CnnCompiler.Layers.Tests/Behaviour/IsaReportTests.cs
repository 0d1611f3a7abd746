using CnnCompiler.Testing;
using Xunit;
using Xunit.Abstractions;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Says in the test report which instruction sets ran natively; the others were emulated, none was left out.</summary>
public sealed class IsaReportTests(ITestOutputHelper output)
{
    /// <summary>The report's line, and the default of a network.</summary>
    [Fact]
    public void Networks_TakeTheBestNativeIsa()
    {
        output.WriteLine(Isas.Report);
        using Network net = GeneratorHarness.Compile("using CnnCompiler;\n[Network(2), Dense(1), MeanSquaredErrorLoss] public partial class Tiny;\n")["Tiny"].Create();
        Assert.True(net.Isa == Isas.Best, $"{Isas.Report}: expected {Isas.Best}, found {net.Isa}.");
    }
}
