using CnnCompiler.Layers.Tests.Infrastructure;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>The generated methods of whole networks stay below half of the JIT's limits, and constants agree with the table.</summary>
public sealed class BudgetTests
{
    [Fact]
    public void GeneratedMethods_StayWithinBudget() =>
        Assert.DoesNotContain(BehaviourNetworks.Assembly.MethodSizes(), size => size.IlBytes >= 30_000 || size.Locals >= 1_000);

    [Fact]
    public void Constants_OfLeNet5_AreKnown()
    {
        Testing.CompiledNetwork net = BehaviourNetworks.Assembly["LeNet5"];
        Assert.Equal(61_706, net.Constant("ParameterCount"));
        Assert.Equal(416_520, net.Constant("Macs"));
        Assert.Equal(61_706, net.Summary.Parameters);
        Assert.Equal(416_520, net.Summary.Macs);
        Assert.Equal(net.Summary.PredictBytes, net.Constant("PredictBytes"));
        Assert.Equal(net.Summary.GradientBytes, net.Constant("GradientBytes"));
        Assert.InRange(net.Constant("PredictBytes"), 61_706 * 4, net.Constant("GradientBytes"));
    }

    [Theory]
    [InlineData("LeNet5", 28 * 28)]
    [InlineData("Blocks", 3 * 12 * 12)]
    [InlineData("Mixtures", 3 * 12 * 12)]
    [InlineData("Mixed", 3 * 10 * 10)]
    [InlineData("HalfFrozen", 4)]
    public void Memory_IsWhatTheConstantsSay(string network, int inputs)
    {
        Testing.CompiledNetwork compiled = BehaviourNetworks.Assembly[network];
        using Network net = compiled.Create(new NetworkOptions { Threads = 1, MaxBatch = 1 });
        net.Predict(new float[inputs], new float[net.OutputSize]);
        Assert.Equal(compiled.Constant("PredictBytes"), net.NativeBytes);
        if (network == "HalfFrozen")
            net.Gradient(new float[inputs], new float[2]);
        else
            net.Gradient(new float[inputs], new int[1]);
        Assert.Equal(compiled.Constant("GradientBytes"), net.NativeBytes);
    }
}
