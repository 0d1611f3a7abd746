using System.Linq;

namespace CnnCompiler.Layers.Tests.Infrastructure;

/// <summary>What many tests do with a network.</summary>
internal static class NetworkExtensions
{
    /// <summary>Sets a parameter or a running statistic.</summary>
    public static Network With(this Network net, string name, params float[] values)
    {
        net.Parameters.Concat(net.Buffers).Single(p => p.Name == name).CopyFrom(values);
        return net;
    }

    /// <summary>The values of a parameter or a running statistic.</summary>
    public static float[] Values(this Network net, string name)
    {
        Parameter parameter = net.Parameters.Concat(net.Buffers).Single(p => p.Name == name);
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    /// <summary>The gradient of a parameter.</summary>
    public static float[] GradientOf(this Network net, string name)
    {
        Parameter parameter = net.Parameters.Single(p => p.Name == name);
        var values = new float[parameter.Length];
        parameter.CopyGradientTo(values);
        return values;
    }

    /// <summary>The prediction of a batch.</summary>
    public static float[] Predict(this Network net, float[] input)
    {
        var output = new float[input.Length / net.InputSize * net.OutputSize];
        net.Predict(input, output);
        return output;
    }

    /// <summary>Loss and input gradient for targets.</summary>
    public static (float Loss, float[] InputGradient) GradientFor(this Network net, float[] input, float[] targets)
    {
        var gradient = new float[input.Length];
        return (net.Gradient(input, targets, gradient), gradient);
    }

    /// <summary>Loss and input gradient for labels.</summary>
    public static (float Loss, float[] InputGradient) GradientForLabels(this Network net, float[] input, params int[] labels)
    {
        var gradient = new float[input.Length];
        return (net.Gradient(input, labels, gradient), gradient);
    }
}
