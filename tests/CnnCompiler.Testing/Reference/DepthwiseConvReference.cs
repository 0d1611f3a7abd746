using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>A convolution of each channel with filters of its own: a grouped convolution with a group for each channel.</summary>
/// <param name="kernel">Rows and columns of the window.</param>
public sealed class DepthwiseConvReference(int kernel) : LayerReference
{
    private ConvReference? _conv;

    /// <inheritdoc/>
    public override string Kind => "DepthwiseConv";

    /// <summary>Filters of a channel, default 1.</summary>
    public int Multiplier { get; init; } = 1;

    /// <summary>Step of the window, default 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Zeros on every side, default 0.</summary>
    public int Padding { get; init; }

    /// <summary>Step inside the window, default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Whether a bias is added, default true.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Whether the output has the input's size (stride 1).</summary>
    public bool Same { get; init; }

    /// <summary>Whether zeros stand before the first position only (signals).</summary>
    public bool Causal { get; init; }

    /// <summary>Whether the weight is a direction and a length for each filter.</summary>
    public bool WeightNorm { get; init; }

    /// <inheritdoc/>
    protected override object[] Arguments => [kernel];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options =>
    [
        ("Multiplier", Multiplier, 1), ("Stride", Stride, 1), ("Padding", Padding, 0), ("Dilation", Dilation, 1), ("Bias", Bias, true), ("Same", Same, false),
        ("Causal", Causal, false), ("WeightNorm", WeightNorm, false),
    ];

    private ConvReference Conv => _conv ?? throw new InvalidOperationException($"{Attribute} is not bound.");

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) => Conv.Forward(x, batch, training);

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => Conv.Backward(dy);

    /// <inheritdoc/>
    protected override MapShape Infer()
    {
        _conv = new ConvReference(Input.Channels * Multiplier, kernel)
        {
            Groups = Input.Channels,
            Stride = Stride,
            Padding = Padding,
            Dilation = Dilation,
            Bias = Bias,
            Same = Same,
            Causal = Causal,
            WeightNorm = WeightNorm,
        };
        _conv.Bind(Input);
        return _conv.Output;
    }

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters() => Conv.Parameters;
}
