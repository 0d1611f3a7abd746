using System;
using System.Linq;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>
/// Weights with which outputs depend on every layer: what the classes start from lets signals fade in deep networks, and statistics of 0 and 1 hide mistakes.
/// </summary>
internal static class RandomWeights
{
    /// <summary>Overwrites all parameters and running statistics; every time with the same values.</summary>
    /// <param name="net">The network.</param>
    public static void Fill(Network net)
    {
        int seed = 10;
        foreach (Parameter parameter in net.Parameters.Concat(net.Buffers))
        {
            float[] values = RandomValues.Create(seed++, parameter.Length);
            (float centre, float width) = Range(parameter);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = centre + (width * values[i]);
            }

            parameter.CopyFrom(values);
        }
    }

    // Weights of variance 2 / inputs keep the signal through ReLUs (He et al. 2015); gains and variances are near 1, shifts and means near 0.
    private static (float Centre, float Width) Range(Parameter parameter)
    {
        if (parameter.Shape.Count > 1)
        {
            return (0, MathF.Sqrt(6f * parameter.Shape[0] / parameter.Length));
        }

        bool nearOne = parameter.Name.EndsWith(".weight", StringComparison.Ordinal) || parameter.Name.EndsWith(".running_var", StringComparison.Ordinal);
        return nearOne ? (1, 0.2f) : (0, 0.1f);
    }
}
