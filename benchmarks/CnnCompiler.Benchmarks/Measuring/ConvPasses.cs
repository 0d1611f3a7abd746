using System;
using System.Linq;
using CnnCompiler.Benchmarks.Networks;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>
/// The three passes of a 3x3 convolution, 64 to 64 channels on 56x56, one core, as compiled code. A pass alone cannot be called from outside,
/// so times are differences: a network of five such convolutions less a network of one is four convolutions without the change of layout at
/// the ends and without the loss; with frozen weights backward is the input gradient alone.
/// </summary>
internal sealed class ConvPasses : IDisposable
{
    /// <summary>Floating point operations of a pass over one sample: a multiply-add is 2.</summary>
    public const double Operations = 2.0 * 64 * 64 * 3 * 3 * 56 * 56;

    private const int Difference = 4;
    private readonly int _batch;
    private readonly NetworkWork[] _works;
    private readonly Action[] _calls;

    /// <summary>Makes the networks.</summary>
    /// <param name="isa">The instruction set.</param>
    /// <param name="batch">Samples of a call.</param>
    public ConvPasses(Isa isa, int batch)
    {
        _batch = batch;
        var options = new NetworkOptions { Threads = 1, MaxBatch = batch, Isa = isa };
        _works =
        [
            new(new ConvChain1(options), batch), new(new ConvChain5(options), batch),
            new(new FrozenConvChain1(options), batch), new(new FrozenConvChain5(options), batch),
        ];
        _calls =
        [
            _works[0].Predict, _works[1].Predict,
            _works[2].InputGradientOfValues, _works[3].InputGradientOfValues,
            _works[0].GradientOfValues, _works[1].GradientOfValues,
        ];
    }

    /// <summary>Measures in rounds, so that a change of the clock meets all passes of a round alike; the median of the rounds counts.</summary>
    /// <param name="seconds">How long in all.</param>
    /// <returns>Seconds for one sample: forward, input gradient, weight gradient.</returns>
    public (double Forward, double InputGradient, double WeightGradient) Measure(double seconds)
    {
        const int Rounds = 7;
        double slice = seconds / Rounds / _calls.Length;
        double[] forward = new double[Rounds];
        double[] inputGradient = new double[Rounds];
        double[] weightGradient = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            double warmUp = round == 0 ? 0.3 : 0.02;
            double[] times = Array.ConvertAll(_calls, call => CallTimer.Run(call, slice, warmUp).MedianMilliseconds / 1000 / _batch / Difference);
            forward[round] = times[1] - times[0];
            inputGradient[round] = times[3] - times[2] - forward[round];
            weightGradient[round] = times[5] - times[4] - (times[3] - times[2]);
        }

        return (Median(forward), Median(inputGradient), Median(weightGradient));
    }

    public void Dispose()
    {
        foreach (NetworkWork work in _works)
        {
            work.Dispose();
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
