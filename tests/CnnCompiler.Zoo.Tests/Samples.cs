using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CnnCompiler.Zoo.Tests;

/// <summary>Inputs, labels and targets for a network.</summary>
internal static class Samples
{
    /// <summary>Values of a standard normal distribution, as of images less their mean; for the many channels of a signal, one of them 1 at each position.</summary>
    public static float[] Inputs(Network net, int batch)
    {
        var random = new Random(5);
        var input = new float[batch * net.InputSize];
        if (net.InputShape is [256, int length])
        {
            for (int position = 0; position < batch * length; position++)
                input[((position / length) * net.InputSize) + (random.Next(256) * length) + (position % length)] = 1;
            return input;
        }

        for (int i = 0; i < input.Length; i++)
            input[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return input;
    }

    /// <summary>Computes the gradient against random labels, or random targets where the network takes values.</summary>
    public static float Gradient(Network net, float[] input, float[] inputGradient)
    {
        var random = new Random(6);
        int batch = input.Length / net.InputSize;
        if (net.LossTakesValues())
        {
            float[] targets = Array.ConvertAll(new float[batch * net.OutputSize], _ => random.NextSingle());
            return net.Gradient(input, targets, inputGradient);
        }

        int[] labels = Array.ConvertAll(new int[batch * (net.OutputSize / net.OutputShape[0])], _ => random.Next(net.OutputShape[0]));
        return net.Gradient(input, labels, inputGradient);
    }

    /// <summary>Whether there is no NaN and no infinity: some hundred million values have to be looked at.</summary>
    public static bool AreFinite(ReadOnlySpan<float> values)
    {
        // 0 * x is 0 for finite x and NaN otherwise, and NaN survives a sum.
        Vector<float> sum = Vector<float>.Zero;
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (Vector<float> vector in vectors)
            sum += vector * Vector<float>.Zero;
        float total = Vector.Sum(sum);
        foreach (float value in values[(vectors.Length * Vector<float>.Count)..])
            total += value * 0;
        return total == 0;
    }

    private static bool LossTakesValues(this Network net) =>
        net is LinearRegression or Perceptron or XorNetwork or MlpFigure or Nielsen30 or Nielsen100 or LeNet5Of1998 or LeNet1Of1989 or LeCun1989
            or SeluNetwork or Tdnn or CausalStack or DilatedStack;
}
