using CnnCompiler.Runtime;
using Xunit;

namespace CnnCompiler.Tests;

public sealed class KernelTraceTests
{
    [Fact]
    public void Trace_RecordsEachKernelCallWhileItIsSet()
    {
        using var net = new FakeNetwork();
        var trace = new KernelTrace(4);
        float[] input = new float[13 * FakeNetwork.Inputs];
        float[] output = new float[13 * FakeNetwork.Outputs];
        net.Predict(input, output);
        Assert.Equal(0, trace.Calls);

        net.Trace = trace;
        net.Predict(input, output);
        net.Gradient(input, new int[13]);
        Assert.Equal(4, trace.Calls); // chunks of 5, 5 and 3 samples, and one gradient
        Assert.All(trace.Ticks.ToArray(), ticks => Assert.True(ticks > 0));

        net.Predict(input, output);
        Assert.Equal(7, trace.Calls);
        Assert.Equal(4, trace.Ticks.Length);

        trace.Clear();
        net.Trace = null;
        net.Predict(input, output);
        Assert.Equal(0, trace.Calls);
        Assert.True(trace.Ticks.IsEmpty);
    }
}
