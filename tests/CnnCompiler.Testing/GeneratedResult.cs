using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Testing;

/// <summary>What a generated network computes for a case.</summary>
public sealed class GeneratedResult
{
    private readonly Dictionary<string, float[]> _tensors = [];
    private readonly string _context;

    private GeneratedResult(Network net, ReferenceCase @case)
    {
        _context = $"{@case.Network.Name}, {net.Isa} ({(Isas.IsNative(net.Isa) ? "native" : "emulated")}), batch {@case.Batch}, threads {net.Threads}";
    }

    /// <summary>Loads the case's values, predicts, computes the gradient, and keeps every tensor.</summary>
    /// <param name="net">An instance.</param>
    /// <param name="case">The case.</param>
    /// <exception cref="MismatchException">The output shape, names or shapes of parameters differ, prediction changes state, or a call without an input gradient gives other bits.</exception>
    public static GeneratedResult Of(Network net, ReferenceCase @case)
    {
        var result = new GeneratedResult(net, @case);
        if (!net.OutputShape.SequenceEqual(@case.Network.Output.Dimensions()))
            throw new MismatchException($"{result._context}: output: expected {@case.Network.Output}, found {net.OutputShape}.");
        result.Load(net, @case);

        var output = new float[@case.Batch * net.OutputSize];
        net.Predict(@case.Input, output);
        result._tensors.Add("output", output);
        foreach (Parameter buffer in net.Buffers)
            result.RequireSame(buffer.Name + " after Predict", Array.ConvertAll(@case.Before[buffer.Name], v => (float)v), Values(buffer));
        var again = new float[output.Length];
        net.Predict(@case.Input, again);
        result.RequireSame("output of a second Predict", output, again);

        var inputGradient = new float[@case.Batch * net.InputSize];
        result._tensors.Add("loss", [Gradient(net, @case, inputGradient)]);
        result._tensors.Add("grad.input", inputGradient);
        foreach (Parameter parameter in net.Parameters.Where(p => p.Trainable))
            result._tensors.Add("grad." + parameter.Name, GradientOf(parameter));
        foreach (Parameter buffer in net.Buffers)
            result._tensors.Add("after." + buffer.Name, Values(buffer));

        // The first layer's input gradient is left out here: other code runs, and the rest must not notice.
        Gradient(net, @case, default);
        foreach (Parameter parameter in net.Parameters.Where(p => p.Trainable))
            result.RequireSame("grad." + parameter.Name + " without input gradient", result._tensors["grad." + parameter.Name], GradientOf(parameter));
        return result;
    }

    /// <summary>Compares every tensor with the reference.</summary>
    /// <param name="case">The case.</param>
    /// <param name="tolerance">Factor on the usual tolerance, which is 1e-4 of the value and 2e-5 of the tensor's largest value.</param>
    /// <exception cref="MismatchException">A value differs; the message names network, instruction set, tensor, index, expected and found value.</exception>
    public void Compare(ReferenceCase @case, double tolerance = 1)
    {
        Require("output", @case.Output, tolerance);
        Require("loss", [@case.Loss], tolerance);
        Require("grad.input", @case.InputGradient, tolerance);
        foreach ((string name, ReferenceParameter parameter) in @case.Network.Parameters)
        {
            if (parameter.IsBuffer)
                Require("after." + name, @case.After[name], tolerance);
            else if (!@case.Network.FrozenNames.Contains(name))
                Require("grad." + name, @case.Gradients[name], tolerance);
            else if (_tensors.ContainsKey("grad." + name))
                throw new MismatchException($"{_context}: {name} is frozen, but trainable.");
        }
    }

    /// <summary>Compares the bits of every tensor with those of another run.</summary>
    /// <param name="other">The other run, of the same case.</param>
    /// <exception cref="MismatchException">A bit differs.</exception>
    public void RequireSameBits(GeneratedResult other)
    {
        foreach ((string name, float[] values) in _tensors)
            RequireSame(name + " against " + other._context, other._tensors[name], values);
    }

    private static float Gradient(Network net, ReferenceCase @case, Span<float> inputGradient) =>
        @case.Labels is not null ? net.Gradient(@case.Input, @case.Labels, inputGradient) : net.Gradient(@case.Input, @case.Targets.AsSpan(), inputGradient);

    private static float[] Values(Parameter parameter)
    {
        var values = new float[parameter.Length];
        parameter.CopyTo(values);
        return values;
    }

    private static float[] GradientOf(Parameter parameter)
    {
        var values = new float[parameter.Length];
        parameter.CopyGradientTo(values);
        return values;
    }

    private void Load(Network net, ReferenceCase @case)
    {
        string expected = string.Join(", ", @case.Network.Parameters.Select(p => $"{p.Key} {string.Join('x', p.Value.Shape)}").Order(StringComparer.Ordinal));
        string found = string.Join(", ", net.Parameters.Concat(net.Buffers).Select(p => $"{p.Name} {p.Shape}").Order(StringComparer.Ordinal));
        if (expected != found)
            throw new MismatchException($"{_context}: parameters and buffers: expected {expected}; found {found}.");
        foreach (Parameter parameter in net.Parameters.Concat(net.Buffers))
        {
            float[] values = Array.ConvertAll(@case.Before[parameter.Name], v => (float)v);
            parameter.CopyFrom(values);
            RequireSame(parameter.Name + " after CopyFrom", values, Values(parameter));
        }
    }

    private void Require(string tensor, double[] expected, double tolerance)
    {
        float[] found = _tensors[tensor];
        if (found.Length != expected.Length)
            throw new MismatchException($"{_context}: {tensor}: expected {expected.Length} values, found {found.Length}.");
        double largest = expected.Length == 0 ? 0 : expected.Max(Math.Abs);
        int wrong = 0, first = -1;
        for (int i = 0; i < found.Length; i++)
        {
            double allowed = tolerance * (1e-7 + (2e-5 * largest) + (1e-4 * Math.Abs(expected[i])));
            if (Math.Abs(found[i] - expected[i]) <= allowed)
                continue;
            wrong++;
            first = first < 0 ? i : first;
        }

        if (wrong > 0)
            throw new MismatchException($"{_context}: {tensor}[{first}]: expected {expected[first]:G7}, found {found[first]:G7} ({wrong} of {found.Length} values differ).");
    }

    private void RequireSame(string tensor, float[] expected, float[] found)
    {
        for (int i = 0; i < found.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i]) != BitConverter.SingleToInt32Bits(found[i]))
                throw new MismatchException($"{_context}: {tensor}: [{i}] expected exactly {expected[i]:R}, found {found[i]:R}.");
        }
    }
}
