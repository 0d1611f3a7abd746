using System;
using System.Linq;
using CnnCompiler.Testing;

namespace CnnCompiler.Fuzzing;

/// <summary>Compares the gradients of a compiled network with differences of its loss along random directions.</summary>
internal static class GradientProbe
{
    private const int Batch = 3, Attempts = 8;

    /// <summary>Checks input and parameters together.</summary>
    /// <param name="network">The network, with cross-entropy of three classes.</param>
    /// <param name="seed">The same seed checks the same values.</param>
    /// <exception cref="MismatchException">No direction agrees. A single one need not: a step may cross the kink of a Relu or the tie of a pool.</exception>
    public static void Check(CompiledNetwork network, int seed)
    {
        var random = new Random(seed);
        using Network net = network.Create(new NetworkOptions { Threads = 1, Seed = seed, MaxBatch = Batch });
        string found = "";
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            (double analytic, double numeric) = Directional(net, random, Math.Pow(10, -1 - (attempt % 4 * 0.75)));
            if (Math.Abs(analytic - numeric) <= 1e-3 + (0.02 * Math.Abs(numeric)))
            {
                return;
            }

            found += FormattableString.Invariant($" {analytic:G5} but {numeric:G5};");
        }

        throw new MismatchException($"{network.Name}, {net.Isa}: derivatives along random directions differ from differences of the loss:{found}");
    }

    private static (double Analytic, double Numeric) Directional(Network net, Random random, double step)
    {
        float[] x = Normals(random, Batch * net.InputSize), direction = Normals(random, x.Length), gradient = new float[x.Length];
        int[] labels = [.. Enumerable.Range(0, Batch).Select(_ => random.Next(3))];
        Parameter[] parameters = [.. net.Parameters.Where(parameter => parameter.Trainable)];
        float[][] values = [.. parameters.Select(Values)];
        float[][] directions = [.. values.Select(value => Normals(random, value.Length))];

        // A direction of length one, so that a step means the same for every network.
        double length = Math.Sqrt(directions.Append(direction).Sum(part => part.Sum(value => (double)value * value)));
        net.Gradient(x, labels, gradient);
        double analytic = Dot(gradient, direction);
        for (int i = 0; i < parameters.Length; i++)
        {
            float[] found = new float[values[i].Length];
            parameters[i].CopyGradientTo(found);
            analytic += Dot(found, directions[i]);
        }

        double above = LossAt(step / length), below = LossAt(-step / length);
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i].CopyFrom(values[i]);
        }

        return (analytic / length, (above - below) / (2 * step));

        double LossAt(double shift)
        {
            for (int i = 0; i < parameters.Length; i++)
            {
                parameters[i].CopyFrom(Moved(values[i], directions[i], shift));
            }

            return net.Gradient(Moved(x, direction, shift), labels);
        }
    }

    private static float[] Moved(float[] values, float[] direction, double shift) => [.. values.Zip(direction, (value, towards) => (float)(value + (shift * towards)))];

    private static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    private static float[] Normals(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
}
