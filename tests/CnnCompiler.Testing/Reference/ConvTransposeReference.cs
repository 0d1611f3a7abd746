using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>Transposed convolution: each input value adds its window to the output.</summary>
/// <param name="filters">Output channels.</param>
/// <param name="kernel">Rows and columns of the window.</param>
public sealed class ConvTransposeReference(int filters, int kernel) : LayerReference
{
    private double[] _x = [];

    /// <inheritdoc/>
    public override string Kind => "ConvTranspose";

    /// <summary>Step of the windows in the output, default 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Positions taken off the output on every side, default 0.</summary>
    public int Padding { get; init; }

    /// <summary>Positions added at the end of every axis, default 0.</summary>
    public int OutputPadding { get; init; }

    /// <summary>Step inside the window, default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Groups of channels that do not see each other, default 1.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether a bias is added, default true.</summary>
    public bool Bias { get; init; } = true;

    /// <inheritdoc/>
    protected override object[] Arguments => [filters, kernel];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options =>
    [
        ("Stride", Stride, 1), ("Padding", Padding, 0), ("OutputPadding", OutputPadding, 0), ("Dilation", Dilation, 1), ("Groups", Groups, 1), ("Bias", Bias, true),
    ];

    private bool Image => Input.Rank == 3;

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        var y = new double[batch * Output.Size];
        for (int i = 0; i < y.Length && Bias; i++)
            y[i] = Parameters[1].Value[i / Output.Positions % filters];
        double[] w = Parameters[0].Value;
        Visit(batch, (input, output, weight) => y[output] += w[weight] * x[input]);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        int batch = dy.Length / Output.Size;
        var dx = new double[batch * Input.Size];
        foreach (ReferenceParameter parameter in Parameters)
            Array.Clear(parameter.Gradient);
        for (int i = 0; i < dy.Length && Bias; i++)
            Parameters[1].Gradient[i / Output.Positions % filters] += dy[i];
        double[] w = Parameters[0].Value, dw = Parameters[0].Gradient;
        Visit(batch, (input, output, weight) =>
        {
            dw[weight] += dy[output] * _x[input];
            dx[input] += dy[output] * w[weight];
        });
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input.With(filters, Image ? Size(Input.Height) : 1, Size(Input.Width));

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters()
    {
        yield return new ReferenceParameter("weight", Image ? [Input.Channels, filters / Groups, kernel, kernel] : [Input.Channels, filters / Groups, kernel]);
        if (Bias)
            yield return new ReferenceParameter("bias", [filters]);
    }

    private int Size(int n) => ((n - 1) * Stride) - (2 * Padding) + (Dilation * (kernel - 1)) + OutputPadding + 1;

    // Every product of the layer: indices of input, output and weight.
    private void Visit(int batch, Action<int, int, int> product)
    {
        int inputs = Input.Channels / Groups, outputs = filters / Groups, rows = Image ? kernel : 1;
        for (int n = 0; n < batch; n++)
            for (int c = 0; c < Input.Channels; c++)
                for (int o = 0; o < outputs; o++)
                    for (int ky = 0; ky < rows; ky++)
                        for (int kx = 0; kx < kernel; kx++)
                            for (int i = 0; i < Input.Height; i++)
                                for (int j = 0; j < Input.Width; j++)
                                {
                                    int y = Image ? (i * Stride) + (ky * Dilation) - Padding : 0, x = (j * Stride) + (kx * Dilation) - Padding;
                                    if (y < 0 || y >= Output.Height || x < 0 || x >= Output.Width)
                                        continue;
                                    int filter = (c / inputs * outputs) + o;
                                    product(
                                        (((((n * Input.Channels) + c) * Input.Height) + i) * Input.Width) + j, (((((n * filters) + filter) * Output.Height) + y) * Output.Width) + x,
                                        (((((c * outputs) + o) * rows) + ky) * kernel) + kx);
                                }
    }
}
