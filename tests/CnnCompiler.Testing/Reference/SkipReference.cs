using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A running sum of a network.</summary>
/// <param name="name">Its name.</param>
public sealed class SkipSum(string name)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The paths that add to it, in order.</summary>
    public List<ReferencePath> Paths { get; } = [];

    /// <summary>The sum so far.</summary>
    public double[] Value { get; set; } = [];

    /// <summary>The gradient by it.</summary>
    public double[] Gradient { get; set; } = [];
}

/// <summary>Adds a path of its input to a running sum; the input goes on unchanged.</summary>
public sealed class SkipReference : LayerReference
{
    private readonly SkipSum _sum;
    private readonly ReferencePath _path;

    /// <summary>Takes the sum and what is added to it.</summary>
    /// <param name="sum">The sum; its first path starts it.</param>
    /// <param name="path">The path.</param>
    public SkipReference(SkipSum sum, ReferencePath path)
    {
        (_sum, _path) = (sum, path);
        sum.Paths.Add(path);
    }

    /// <inheritdoc/>
    public override string Kind => $"Skip<{_path.Name}>";

    /// <inheritdoc/>
    public override IReadOnlyList<ReferencePath> Paths => [_path];

    /// <inheritdoc/>
    protected override object[] Arguments => [_sum.Name];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        double[] value = _path.Forward(x, batch, training);
        Margin = _path.Margin;
        _sum.Value = _sum.Paths[0] == _path ? value : [.. value.Zip(_sum.Value, (added, before) => added + before)];
        return x;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => [.. dy.Zip(_path.Backward(_sum.Gradient), (direct, skipped) => direct + skipped)];

    /// <inheritdoc/>
    protected override MapShape Infer()
    {
        _path.Bind(Input);
        return Input;
    }

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters() => _path.Parameters.Select(named => named.Parameter);
}
