using System;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>A compiled network.</summary>
internal sealed class OwnContestant : IContestant
{
    private readonly NetworkWork _work;
    private readonly Action _call;
    private readonly double _shortest;

    /// <summary>Warms a network up.</summary>
    /// <param name="net">The network, disposed with this.</param>
    /// <param name="pass">The pass to time.</param>
    /// <param name="batch">Samples of a call.</param>
    /// <param name="warmUp">How long to warm up, in seconds.</param>
    public OwnContestant(Network net, string pass, int batch, double warmUp)
    {
        _work = new NetworkWork(net, batch);
        _call = _work.Pass(pass);
        _shortest = CallTimer.WarmUp(_call, warmUp);
    }

    public string Description => $"CnnCompiler, {_work.Isa}";

    /// <summary>The instruction set that the network runs on.</summary>
    public Isa Isa => _work.Isa;

    /// <summary>What the last prediction gave.</summary>
    public ReadOnlySpan<float> Outputs => _work.Outputs;

    public double Measure(double seconds) => CallTimer.Slice(_call, seconds, _shortest).MedianMilliseconds;

    public void Dispose() => _work.Dispose();
}
