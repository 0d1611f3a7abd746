using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace CnnCompiler.Zoo.Tests;

/// <summary>Every network predicts and computes a gradient, at its true size and on the best instruction set of the machine. One at a time, because of their memory.</summary>
public sealed class NetworkTests
{
    public static TheoryData<string> Names { get; } = new(ZooCatalog.All.Select(network => network.Name));

    // Parameters that their network's definition leaves without a gradient.
    private static readonly Dictionary<string, string[]> _withoutGradient = new()
    {
        // A threshold is flat: the perceptron has a learning rule of its own.
        ["Perceptron"] = ["dense1.weight", "dense1.bias"],

        // The output is the sum of the skips: what the last layer passes on goes nowhere.
        ["WaveNet"] = ["dilations3.layer10.main.conv1.weight", "dilations3.layer10.main.conv1.bias"],
    };

    // The batch norm of its side classifier sees one position: a batch of one has no variance.
    private static readonly string[] _needTwoSamples = ["InceptionV3WithHead"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Network_PredictsAndComputesAGradient(string name)
    {
        using Network net = ZooCatalog.Find(name)!.Create(new NetworkOptions { Seed = 3 });
        int batch = _needTwoSamples.Contains(name) ? 2 : 1;
        float[] input = Samples.Inputs(net, batch);
        var output = new float[batch * net.OutputSize];
        net.Predict(input, output);
        Assert.True(Samples.AreFinite(output), "An output is not finite.");
        Assert.True(net.OutputSize == 1 || output.Distinct().Count() > 1, "All outputs are equal.");

        var inputGradient = new float[input.Length];
        Assert.True(float.IsFinite(Samples.Gradient(net, input, inputGradient)));
        Assert.True(Samples.AreFinite(inputGradient), "The gradient by the input is not finite.");
        Assert.Equal(net.Parameters.Where(p => p.Trainable).Sum(p => (long)p.Length) - Unconnected(name), ZooCatalog.Find(name)!.Parameters);

        var gradient = new float[net.Parameters.Max(p => p.Length)];
        Assert.Equal(_withoutGradient.GetValueOrDefault(name, []), net.Parameters.Where(p => p.Trainable).Where(p => HasNoGradient(p, gradient)).Select(p => p.Name));
    }

    // Entries of the weights that a connection table leaves out: they are 0 for ever, and no parameters.
    private static long Unconnected(string name) => name switch
    {
        "LeNet5Of1998" => 25 * ((16 * 6) - 60),
        "LeNet1Of1989" => 25 * ((12 * 4) - 20),
        "LeCun1989" => 25 * 12 * (12 - 8),
        _ => 0,
    };

    private static bool HasNoGradient(Parameter parameter, float[] memory)
    {
        Span<float> gradient = memory.AsSpan(0, parameter.Length);
        parameter.CopyGradientTo(gradient);
        Assert.True(Samples.AreFinite(gradient), $"The gradient by {parameter.Name} is not finite.");
        return !gradient.ContainsAnyExcept(0f);
    }
}
