using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A depthwise convolution, then a 1x1 convolution.</summary>
/// <param name="filters">Output channels.</param>
/// <param name="kernel">Rows and columns of the depthwise window.</param>
public sealed class SeparableConvReference(int filters, int kernel) : LayerReference
{
    private readonly List<(ReferenceParameter Outer, ReferenceParameter Inner)> _pairs = [];
    private LayerReference[] _parts = [];

    /// <inheritdoc/>
    public override string Kind => "SeparableConv";

    /// <summary>Step of the window, default 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Zeros on every side, default 0.</summary>
    public int Padding { get; init; }

    /// <summary>Step inside the window, default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Whether both parts add a bias, default true.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Whether the output has the input's size (stride 1).</summary>
    public bool Same { get; init; }

    /// <summary>Whether zeros stand before the first position only (signals).</summary>
    public bool Causal { get; init; }

    /// <inheritdoc/>
    protected override object[] Arguments => [filters, kernel];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options =>
    [
        ("Stride", Stride, 1), ("Padding", Padding, 0), ("Dilation", Dilation, 1), ("Bias", Bias, true), ("Same", Same, false), ("Causal", Causal, false),
    ];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        foreach ((ReferenceParameter outer, ReferenceParameter inner) in _pairs)
            outer.Value.CopyTo(inner.Value, 0);
        return _parts.Aggregate(x, (value, part) => part.Forward(value, batch, training));
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        double[] dx = _parts.Reverse().Aggregate(dy, (gradient, part) => part.Backward(gradient));
        foreach ((ReferenceParameter outer, ReferenceParameter inner) in _pairs)
            inner.Gradient.CopyTo(outer.Gradient, 0);
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer()
    {
        _parts =
        [
            new DepthwiseConvReference(kernel) { Stride = Stride, Padding = Padding, Dilation = Dilation, Bias = Bias, Same = Same, Causal = Causal },
            new ConvReference(filters, 1) { Bias = Bias },
        ];
        MapShape shape = Input;
        foreach (LayerReference part in _parts)
        {
            part.Bind(shape);
            shape = part.Output;
        }

        return shape;
    }

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters()
    {
        _pairs.Clear();
        foreach ((LayerReference part, string name) in _parts.Zip(new[] { "depthwise", "pointwise" }))
            _pairs.AddRange(part.Parameters.Select(inner => (new ReferenceParameter(name + "." + inner.Name, inner.Shape), inner)));
        return _pairs.Select(pair => pair.Outer);
    }
}
