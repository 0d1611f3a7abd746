using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A network with values for all its parameters, a batch, and what the reference computes of them.</summary>
public sealed class ReferenceCase
{
    // Far above the rounding of a float sum, far below what makes a search for such a sample long.
    private const double EnoughMargin = 2e-6;

    private ReferenceCase(ReferenceNetwork network, int batch, int seed, float[]? input)
    {
        (Network, Batch) = (network, batch);
        var random = new RandomValues(seed);
        network.Randomize(random);
        Before = Snapshot(p => p.Value);
        Input = input ?? random.Normals(batch * network.Input.Size);
        if (network.Loss.TakesLabels)
            Labels = Enumerable.Range(0, batch * network.Output.Positions).Select(_ => random.Below(network.Output.Channels)).ToArray();
        else
            Targets = Enumerable.Range(0, batch * network.Output.Size).Select(_ => (float)random.Uniform()).ToArray();
        double[] x = Array.ConvertAll(Input, value => (double)value);
        Output = network.Predict(x);
        double margin = network.Margin;
        (Loss, InputGradient) = network.Gradient(x, Labels, Targets is null ? null : Array.ConvertAll(Targets, value => (double)value));
        Margin = Math.Min(margin, network.Margin);
        Gradients = Snapshot(p => p.Gradient);
        After = Snapshot(p => p.Value);
    }

    /// <summary>The network; its own values may be another case's.</summary>
    public ReferenceNetwork Network { get; }

    /// <summary>Samples.</summary>
    public int Batch { get; }

    /// <summary>N x input.</summary>
    public float[] Input { get; }

    /// <summary>One per sample and position, or null.</summary>
    public int[]? Labels { get; }

    /// <summary>One per output value, or null.</summary>
    public float[]? Targets { get; }

    /// <summary>Parameters and running statistics before the pass, by checkpoint name.</summary>
    public IReadOnlyDictionary<string, double[]> Before { get; }

    /// <summary>The same after one gradient.</summary>
    public IReadOnlyDictionary<string, double[]> After { get; }

    /// <summary>The prediction.</summary>
    public double[] Output { get; }

    /// <summary>The loss in training mode.</summary>
    public double Loss { get; }

    /// <summary>The gradient by the input.</summary>
    public double[] InputGradient { get; }

    /// <summary>Gradients by checkpoint name.</summary>
    public IReadOnlyDictionary<string, double[]> Gradients { get; }

    private double Margin { get; }

    /// <summary>Draws parameters and a batch that keep away from kinks and ties, and computes the reference.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="seed">The same seed gives the same case.</param>
    /// <param name="input">The batch, where it is not to be drawn.</param>
    public static ReferenceCase Create(ReferenceNetwork network, int batch, int seed = 1, float[]? input = null)
    {
        lock (network)
        {
            var best = new ReferenceCase(network, batch, seed, input);
            for (int attempt = 1; attempt < 8 && best.Margin < EnoughMargin; attempt++)
            {
                var next = new ReferenceCase(network, batch, seed + (1000 * attempt), input);
                best = next.Margin > best.Margin ? next : best;
            }

            return best;
        }
    }

    private Dictionary<string, double[]> Snapshot(Func<ReferenceParameter, double[]> values) =>
        Network.Parameters.ToDictionary(pair => pair.Key, pair => (double[])values(pair.Value).Clone());
}
