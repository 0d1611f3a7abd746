using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>Cross-correlation of signals and images: one window after the other.</summary>
/// <param name="filters">Output channels.</param>
/// <param name="kernelHeight">Rows of the window (not used on signals).</param>
/// <param name="kernelWidth">Columns of the window.</param>
public sealed class ConvReference(int filters, int kernelHeight, int kernelWidth) : LayerReference
{
    private double[] _x = [];
    private NormedWeight? _weight;

    /// <summary>A square window.</summary>
    /// <param name="filters">Output channels.</param>
    /// <param name="kernel">Rows and columns of the window.</param>
    public ConvReference(int filters, int kernel)
        : this(filters, kernel, kernel)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "Conv";

    /// <summary>Step of the window, default 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Zeros on every side, default 0.</summary>
    public int Padding { get; init; }

    /// <summary>Step inside the window, default 1.</summary>
    public int Dilation { get; init; } = 1;

    /// <summary>Groups of channels that do not see each other, default 1.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Whether a bias is added, default true.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>Whether the output has the input's size (stride 1).</summary>
    public bool Same { get; init; }

    /// <summary>Whether zeros stand before the first position only (signals).</summary>
    public bool Causal { get; init; }

    /// <summary>The inputs that each filter sees, null: all.</summary>
    public string? Connections { get; init; }

    /// <summary>Whether the weight is a direction and a length for each filter.</summary>
    public bool WeightNorm { get; init; }

    /// <summary>Overrides <see cref="Stride"/> on rows.</summary>
    public int? StrideHeight { get; init; }

    /// <summary>Overrides <see cref="Stride"/> on columns.</summary>
    public int? StrideWidth { get; init; }

    /// <summary>Overrides <see cref="Padding"/> on rows.</summary>
    public int? PaddingHeight { get; init; }

    /// <summary>Overrides <see cref="Padding"/> on columns.</summary>
    public int? PaddingWidth { get; init; }

    /// <inheritdoc/>
    protected override object[] Arguments => kernelHeight == kernelWidth ? [filters, kernelWidth] : [filters, kernelHeight, kernelWidth];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options =>
    [
        ("Stride", Stride, 1), ("Padding", Padding, 0), ("Dilation", Dilation, 1), ("Groups", Groups, 1), ("Bias", Bias, true), ("Same", Same, false),
        ("Causal", Causal, false), ("Connections", Connections, null), ("WeightNorm", WeightNorm, false),
        ("StrideHeight", StrideHeight, null), ("StrideWidth", StrideWidth, null), ("PaddingHeight", PaddingHeight, null), ("PaddingWidth", PaddingWidth, null),
    ];

    private bool Image => Input.Rank == 3;

    private int KernelHeight => Image ? kernelHeight : 1;

    private int StepY => Image ? StrideHeight ?? Stride : 1;

    private int StepX => StrideWidth ?? Stride;

    private int Top => !Image ? 0 : Same ? Dilation * (kernelHeight - 1) / 2 : PaddingHeight ?? Padding;

    private int Left => Causal ? Dilation * (kernelWidth - 1) : Same ? Dilation * (kernelWidth - 1) / 2 : PaddingWidth ?? Padding;

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        var y = new double[batch * Output.Size];
        if (Bias)
        {
            for (int i = 0; i < y.Length; i++)
                y[i] = Parameters[^1].Value[i / Output.Positions % filters];
        }

        double[] w = _weight!.Compute();
        int step = StepX;
        VisitRows(batch, (output, input, weight, begin, end) =>
        {
            for (int i = begin; i < end; i++)
                y[output + i] += w[weight] * x[input + (i * step)];
        });
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        int batch = dy.Length / Output.Size;
        var dx = new double[batch * Input.Size];
        foreach (ReferenceParameter parameter in Parameters)
            Array.Clear(parameter.Gradient);
        if (Bias)
        {
            for (int i = 0; i < dy.Length; i++)
                Parameters[^1].Gradient[i / Output.Positions % filters] += dy[i];
        }

        double[] w = _weight!.Compute();
        var dw = new double[w.Length];
        int step = StepX;
        VisitRows(batch, (output, input, weight, begin, end) =>
        {
            for (int i = begin; i < end; i++)
            {
                dw[weight] += dy[output + i] * _x[input + (i * step)];
                dx[input + (i * step)] += dy[output + i] * w[weight];
            }
        });
        _weight.SetGradient(dw);
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer()
    {
        if (Input.Rank < 2)
            throw new InvalidOperationException($"{Attribute} needs positions, found {Input}.");
        int rows = Image ? Size(Input.Height, kernelHeight, StepY, PaddingHeight ?? Padding) : 1;
        return Input.With(filters, rows, Size(Input.Width, kernelWidth, StepX, PaddingWidth ?? Padding));
    }

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters()
    {
        int inputs = Input.Channels / Groups;
        string[][]? rows = Connections?.Split(';').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        int taps = KernelHeight * kernelWidth;
        _weight = new NormedWeight(
            Image ? [filters, inputs, kernelHeight, kernelWidth] : [filters, inputs, kernelWidth], WeightNorm,
            rows is null ? null : i => rows[i / taps / inputs].Contains((i / taps % inputs).ToString(CultureInfo.InvariantCulture)));
        return Bias ? [.. _weight.Parameters, new ReferenceParameter("bias", [filters])] : _weight.Parameters;
    }

    private int Size(int n, int kernel, int stride, int padding) => Causal ? ((n - 1) / stride) + 1 : Same ? n : ((n + (2 * padding) - (Dilation * (kernel - 1)) - 1) / stride) + 1;

    private delegate void Row(int output, int input, int weight, int begin, int end);

    // Every product of the layer, a row at a time: output + i with input + i * stride, for i from begin to end where that lies inside.
    private void VisitRows(int batch, Row row)
    {
        int inputs = Input.Channels / Groups, outputs = filters / Groups;
        for (int n = 0; n < batch; n++)
            for (int o = 0; o < filters; o++)
                for (int i = 0; i < inputs; i++)
                    for (int ky = 0; ky < KernelHeight; ky++)
                        for (int kx = 0; kx < kernelWidth; kx++)
                        {
                            int weight = (((((o * inputs) + i) * KernelHeight) + ky) * kernelWidth) + kx;
                            int plane = (n * Input.Channels) + (o / outputs * inputs) + i, shift = (kx * Dilation) - Left;
                            int begin = 0, end = Output.Width;
                            while (begin < end && (begin * StepX) + shift < 0)
                                begin++;
                            while (end > begin && ((end - 1) * StepX) + shift >= Input.Width)
                                end--;
                            for (int y = 0; y < Output.Height; y++)
                            {
                                int inputRow = (y * StepY) + (ky * Dilation) - Top;
                                if (inputRow >= 0 && inputRow < Input.Height)
                                    row(((((n * filters) + o) * Output.Height) + y) * Output.Width, (((plane * Input.Height) + inputRow) * Input.Width) + shift, weight, begin, end);
                            }
                        }
    }
}
