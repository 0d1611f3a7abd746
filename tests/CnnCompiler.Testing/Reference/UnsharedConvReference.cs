using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A convolution whose weights depend on the output position modulo a tile.</summary>
/// <param name="filters">Output channels.</param>
/// <param name="kernel">Taps of the window per axis.</param>
public abstract class UnsharedConvReference(int filters, int kernel) : LayerReference
{
    private double[] _x = [];

    /// <summary>Step of the window, default 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Zeros on every side, default 0.</summary>
    public int Padding { get; init; }

    /// <summary>Whether a bias is added, default true.</summary>
    public bool Bias { get; init; } = true;

    /// <inheritdoc/>
    protected override object[] Arguments => [filters, kernel];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("Stride", Stride, 1), ("Padding", Padding, 0), ("Bias", Bias, true)];

    /// <summary>Rows and columns after which weights repeat.</summary>
    protected abstract (int Height, int Width) Tile { get; }

    private bool Image => Input.Rank == 3;

    private int KernelHeight => Image ? kernel : 1;

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        var y = new double[batch * Output.Size];
        for (int i = 0; i < y.Length && Bias; i++)
            y[i] = Parameters[1].Value[BiasOf(i)];
        double[] w = Parameters[0].Value;
        Visit(batch, (output, input, weight) => y[output] += w[weight] * x[input]);
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        foreach (ReferenceParameter parameter in Parameters)
            Array.Clear(parameter.Gradient);
        for (int i = 0; i < dy.Length && Bias; i++)
            Parameters[1].Gradient[BiasOf(i)] += dy[i];
        double[] w = Parameters[0].Value, dw = Parameters[0].Gradient;
        var dx = new double[_x.Length];
        Visit(dy.Length / Output.Size, (output, input, weight) =>
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
        int[] tile = Image ? [Tile.Height, Tile.Width] : [Tile.Width];
        yield return new ReferenceParameter("weight", [.. tile, filters, Input.Channels, .. Image ? [kernel] : Array.Empty<int>(), kernel]);
        if (Bias)
            yield return new ReferenceParameter("bias", [filters, .. tile]);
    }

    private int Size(int n) => ((n + (2 * Padding) - kernel) / Stride) + 1;

    private int Place(int position) => (position / Output.Width % Tile.Height * Tile.Width) + (position % Output.Width % Tile.Width);

    private int BiasOf(int output) => (output / Output.Positions % filters * Tile.Height * Tile.Width) + Place(output % Output.Positions);

    // Every product of the layer.
    private void Visit(int batch, Action<int, int, int> product)
    {
        foreach (int output in Enumerable.Range(0, batch * Output.Size))
        {
            int n = output / Output.Size, o = output / Output.Positions % filters, position = output % Output.Positions;
            int top = Image ? (position / Output.Width * Stride) - Padding : 0, left = (position % Output.Width * Stride) - Padding;
            for (int c = 0; c < Input.Channels; c++)
                for (int ky = 0; ky < KernelHeight; ky++)
                    for (int kx = 0; kx < kernel; kx++)
                    {
                        int row = top + ky, column = left + kx;
                        if (row < 0 || row >= Input.Height || column < 0 || column >= Input.Width)
                            continue;
                        int weight = (((((((Place(position) * filters) + o) * Input.Channels) + c) * KernelHeight) + ky) * kernel) + kx;
                        product(output, (((((n * Input.Channels) + c) * Input.Height) + row) * Input.Width) + column, weight);
                    }
        }
    }
}
