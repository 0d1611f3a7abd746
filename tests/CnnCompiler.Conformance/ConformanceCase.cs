using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CnnCompiler.Checkpoints;

namespace CnnCompiler.Conformance;

/// <summary>A case file in memory, checked as far as that is possible without its network.</summary>
internal sealed class ConformanceCase
{
    private static readonly string[] _keys = ["name", "source", "rtol", "atol", "origin"];

    private static readonly string[] _tensors = ["input", "output", "labels", "targets", "loss", "grad.input"];

    private static readonly string[] _prefixes = ["param.", "grad.", "buffer.", "buffer_after."];

    private readonly Dictionary<string, (TensorShape Shape, float[] Values)> _values = new(StringComparer.Ordinal);

    private ConformanceCase(SafetensorsReader reader)
    {
        foreach (string key in _keys)
        {
            if (!reader.Metadata.ContainsKey(key))
                throw new CaseFailure($"metadata has no '{key}'");
        }

        Source = reader.Metadata["source"];
        RelativeTolerance = Tolerance(reader, "rtol");
        AbsoluteTolerance = Tolerance(reader, "atol");
        foreach (SafetensorsEntry entry in reader.Tensors)
        {
            if (!_tensors.Contains(entry.Name) && !_prefixes.Any(prefix => entry.Name.StartsWith(prefix, StringComparison.Ordinal)))
                throw new CaseFailure($"unknown tensor {entry}");
            if (entry.Name == "labels")
                (LabelShape, Labels) = (entry.Shape, Array.ConvertAll(reader.ReadInt64s(entry.Name), Label));
            else
                _values.Add(entry.Name, (entry.Shape, reader.ReadFloats(entry.Name)));
        }

        if (!_values.ContainsKey("input"))
            throw new CaseFailure("there is no tensor 'input'");
        if (!HasGradient && !_values.ContainsKey("output"))
            throw new CaseFailure("there is nothing to compare: neither 'output' nor tensors of a gradient");
        if (HasGradient && (Labels is null) == !_values.ContainsKey("targets"))
            throw new CaseFailure("a gradient needs either 'labels' or 'targets'");
    }

    public string Source { get; }

    public double RelativeTolerance { get; }

    public double AbsoluteTolerance { get; }

    public int[]? Labels { get; }

    public TensorShape? LabelShape { get; }

    /// <summary>Whether anything that a gradient gives is stored.</summary>
    public bool HasGradient => _values.Keys.Any(name => name == "loss" || name.StartsWith("grad.", StringComparison.Ordinal) || name.StartsWith("buffer_after.", StringComparison.Ordinal));

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="CaseFailure">It is no case.</exception>
    /// <exception cref="IOException">It cannot be read, or is malformed.</exception>
    public static ConformanceCase Read(string path)
    {
        using SafetensorsReader reader = SafetensorsReader.Open(path);
        return new ConformanceCase(reader);
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The names of all tensors with a prefix, without it.</summary>
    /// <param name="prefix">The prefix with its dot.</param>
    public IEnumerable<string> Names(string prefix) =>
        _values.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name != "grad.input").Select(name => name[prefix.Length..]);

    /// <summary>The values of a tensor that has to have a shape.</summary>
    /// <param name="name">The tensor.</param>
    /// <param name="shape">The shape that the network gives it.</param>
    /// <exception cref="CaseFailure">It is not there, or has another shape.</exception>
    public float[] Require(string name, IEnumerable<int> shape)
    {
        if (!_values.TryGetValue(name, out (TensorShape Shape, float[] Values) tensor))
            throw new CaseFailure($"there is no tensor '{name}'");
        var expected = new TensorShape(shape.ToArray());
        return tensor.Shape.Equals(expected) ? tensor.Values : throw new CaseFailure($"tensor '{name}': the network gives it the shape {expected}, the file has {tensor.Shape}");
    }

    /// <summary>The samples of <c>input</c>.</summary>
    /// <param name="shape">The network's input.</param>
    public int CountSamples(TensorShape shape)
    {
        TensorShape input = _values["input"].Shape;
        if (input.Count == 0 || input[0] < 1)
            throw new CaseFailure($"tensor 'input' of shape {input} holds no sample");
        Require("input", [input[0], .. shape]);
        return input[0];
    }

    private static double Tolerance(SafetensorsReader reader, string key) =>
        double.TryParse(reader.Metadata[key], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && value >= 0
            ? value
            : throw new CaseFailure($"metadata '{key}' must be a number of at least 0, found '{reader.Metadata[key]}'");

    private static int Label(long label) =>
        label is >= int.MinValue and <= int.MaxValue ? (int)label : throw new CaseFailure($"label {label} is out of range");
}
