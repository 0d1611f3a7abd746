using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Testing;

/// <summary>Central differences on a reference network, against which its own gradients are checked.</summary>
public static class NumericalGradient
{
    private const double Step = 1e-5, Tolerance = 1e-6;

    private const int SamplesPerTensor = 8;

    /// <summary>Checks the gradients by the input and by every parameter at some places.</summary>
    /// <param name="network">The network.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="seed">The same seed checks the same places of the same values.</param>
    /// <exception cref="MismatchException">A relative difference is not below 1e-6; the message names tensor, index and both values.</exception>
    public static void Check(ReferenceNetwork network, int batch, int seed = 1)
    {
        var random = new RandomValues(seed);
        int[]? labels = null;
        double[]? targets = null;
        if (network.Loss.TakesLabels)
            labels = Enumerable.Range(0, batch * network.Output.Positions).Select(_ => random.Below(network.Output.Channels)).ToArray();
        else
            targets = Enumerable.Range(0, batch * network.Output.Size).Select(_ => random.Uniform()).ToArray();

        double[] x = [];
        for (int attempt = 0; attempt < 50; attempt++)
        {
            network.Randomize(random);
            x = Array.ConvertAll(random.Normals(batch * network.Input.Size), value => (double)value);
            network.LossOf(x, labels, targets);
            if (network.Margin > 10 * Step)
                break;
        }

        (_, double[] inputGradient) = network.Gradient(x, labels, targets);
        var tensors = new List<(string Name, double[] Value, double[] Gradient)> { ("input", x, inputGradient) };
        tensors.AddRange(network.Parameters.Where(p => !p.Value.IsBuffer).Select(p => (p.Key, p.Value.Value, (double[])p.Value.Gradient.Clone())));
        foreach ((string name, double[] value, double[] gradient) in tensors)
        {
            double scale = Math.Max(gradient.Max(Math.Abs), 1e-4);
            for (int sample = 0; sample < SamplesPerTensor; sample++)
            {
                int index = value.Length <= SamplesPerTensor ? sample % value.Length : random.Below(value.Length);
                double numeric = Difference(index, value, () => network.LossOf(x, labels, targets));
                if (!(Math.Abs(numeric - gradient[index]) <= Tolerance * Math.Max(scale, Math.Abs(numeric))))
                    throw new MismatchException($"{network.Name}: the reference's gradient by {name}[{index}] is {gradient[index]:R}, central differences give {numeric:R}.");
            }
        }
    }

    private static double Difference(int index, double[] value, Func<double> loss)
    {
        double old = value[index];
        value[index] = old + Step;
        double above = loss();
        value[index] = old - Step;
        double below = loss();
        value[index] = old;
        return (above - below) / (2 * Step);
    }
}
