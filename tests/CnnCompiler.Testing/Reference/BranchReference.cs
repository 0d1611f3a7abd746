using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>Paths from one input that come together again: <c>Residual</c>, <c>Highway</c>, <c>Concat</c>, <c>Sum</c>, <c>Multiply</c>.</summary>
/// <param name="kind">Which one.</param>
/// <param name="paths">The paths, of different names.</param>
public sealed class BranchReference(string kind, params ReferencePath[] paths) : LayerReference
{
    private double[][] _values = [];
    private int _batch;

    /// <inheritdoc/>
    public override string Kind => kind + "<" + string.Join(", ", paths.Select(path => path.Name)) + ">";

    /// <summary>Whether a shortcut of another shape is subsampled and padded with zero channels (<c>Residual</c>).</summary>
    public bool PadChannels { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ReferencePath> Paths => paths;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("PadChannels", PadChannels, false)];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _batch = batch;
        _values = [.. paths.Select(path => path.Forward(x, batch, training)), .. CarriesInput ? new[] { PadChannels ? PadChannelsReference.Forward(x, Input, Output) : x } : []];
        Margin = paths.Min(path => path.Margin);
        if (kind == "Concat")
            return Concatenate();
        var y = new double[_values[0].Length];
        for (int i = 0; i < y.Length; i++)
        {
            y[i] = kind switch
            {
                "Multiply" => _values[0][i] * _values[1][i],
                "Highway" => (_values[1][i] * _values[0][i]) + ((1 - _values[1][i]) * _values[2][i]),
                _ => _values.Sum(value => value[i]),
            };
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        double[][] gradients = [.. Enumerable.Range(0, _values.Length).Select(part => kind switch
        {
            "Multiply" => Map(dy, i => dy[i] * _values[1 - part][i]),
            "Highway" => Map(dy, i => dy[i] * (part == 0 ? _values[1][i] : part == 1 ? _values[0][i] - _values[2][i] : 1 - _values[1][i])),
            "Concat" => Part(dy, part),
            _ => dy,
        })];
        var dx = new double[_batch * Input.Size];
        for (int part = 0; part < gradients.Length; part++)
        {
            double[] share = part < paths.Length ? paths[part].Backward(gradients[part])
                : PadChannels ? PadChannelsReference.Backward(gradients[part], Input, Output) : gradients[part];
            for (int i = 0; i < dx.Length; i++)
                dx[i] += share[i];
        }

        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer()
    {
        foreach (ReferencePath path in paths)
            path.Bind(Input);
        MapShape first = paths[0].Output;
        return kind == "Concat" ? first.With(paths.Sum(path => path.Output.Channels), first.Height, first.Width) : first;
    }

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters() => paths.SelectMany(path => path.Parameters).Select(named => named.Parameter);

    // The unchanged input is one of the parts.
    private bool CarriesInput => kind == "Highway" || (kind == "Residual" && paths.Length == 1);

    private static double[] Map(double[] like, Func<int, double> value) => [.. Enumerable.Range(0, like.Length).Select(value)];

    private double[] Concatenate()
    {
        var y = new double[_batch * Output.Size];
        for (int sample = 0; sample < _batch; sample++)
        {
            int offset = sample * Output.Size;
            for (int part = 0; part < paths.Length; part++)
            {
                int size = paths[part].Output.Size;
                Array.Copy(_values[part], sample * size, y, offset, size);
                offset += size;
            }
        }

        return y;
    }

    private double[] Part(double[] dy, int part)
    {
        int size = paths[part].Output.Size, offset = paths.Take(part).Sum(path => path.Output.Size);
        var share = new double[_batch * size];
        for (int sample = 0; sample < _batch; sample++)
            Array.Copy(dy, (sample * Output.Size) + offset, share, sample * size, size);
        return share;
    }
}
