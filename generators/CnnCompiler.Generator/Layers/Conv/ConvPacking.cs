using System;
using System.Linq;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

/// <summary>
/// How convolution weights are packed: <c>[output block][input block][row][column][input][16 outputs]</c>, where a planar input counts each
/// channel as a block of one. As few groups as fill whole blocks of channels lie together, and hold their own inputs only, with zeros between the groups.
/// </summary>
internal readonly record struct ConvPacking
{
    public ConvPacking(ConvLayer layer, Shape input, bool planar)
    {
        Window window = layer.Window(input);
        (Filters, Channels, KernelHeight, KernelWidth) = (layer.Filters, input.Channels, window.KernelHeight, window.KernelWidth);
        SeparateGroups = planar ? 1 : Enumerable.Range(1, layer.Groups).Last(parts =>
            parts == 1 || (layer.Groups % parts == 0 && input.Channels / parts % 16 == 0 && layer.Filters / parts % 16 == 0));
        MaskedGroups = layer.Groups / SeparateGroups;
        Connected = layer.Connections?.Mask(input.Channels) ?? default;
        IsSmall = layer.UnrolledInputs(input) <= ConvLayer.MostUnrolled;
        int inputs = input.Channels / SeparateGroups;
        InputsPerBlock = planar ? 1 : Math.Min(16, inputs);
        InputBlocks = (inputs + InputsPerBlock - 1) / InputsPerBlock;
    }

    public int Filters { get; }

    public int Channels { get; }

    public int KernelHeight { get; }

    public int KernelWidth { get; }

    /// <summary>Parts of the channels that are computed apart: groups, or several of them that together are whole blocks.</summary>
    public int SeparateGroups { get; }

    /// <summary>Groups of such a part that are told apart by zero weights.</summary>
    public int MaskedGroups { get; }

    /// <summary>Whether weights between some pairs of channels have to stay zero.</summary>
    public bool IsMasked => MaskedGroups > 1 || Connected.Count > 0;

    /// <summary>For each pair of filter and channel whether they are connected; empty: all are.</summary>
    public EquatableArray<byte> Connected { get; }

    private bool IsSmall { get; }

    /// <summary>Inputs that lie together: 16, or all where there are fewer, or 1 for a planar input.</summary>
    public int InputsPerBlock { get; }

    /// <summary>Input blocks that an output reads.</summary>
    public int InputBlocks { get; }

    public int OutputBlocks => (Filters + 15) / 16;

    /// <summary>Output blocks that read the same inputs.</summary>
    public int OutputBlocksPerGroup => SeparateGroups == 1 ? OutputBlocks : Filters / SeparateGroups / 16;

    /// <summary>Floats of the weights of one window position.</summary>
    public int Position => InputsPerBlock * 16;

    public int Positions => KernelHeight * KernelWidth;

    public int InputMajor => Positions * Position;

    /// <summary>Floats of the weights of one output block.</summary>
    public int WeightBlock => InputBlocks * InputMajor;

    public PackedSpec Spec()
    {
        int groups = SeparateGroups * MaskedGroups, outputs = Filters / groups, inputs = Channels / groups;
        int[] dimensions = [SeparateGroups, MaskedGroups, outputs, inputs, KernelHeight, KernelWidth];
        AxisSpec[] axes =
        [
            new(new EquatableArray<int>([outputs * MaskedGroups, outputs, 1, 0, 0, 0]), 16, WeightBlock, 1),
            new(new EquatableArray<int>([0, inputs, 0, 1, 0, 0]), InputsPerBlock, InputMajor, 16),
            new(new EquatableArray<int>([0, 0, 0, 0, 1, 0]), 1, (long)KernelWidth * Position, 0),
            new(new EquatableArray<int>([0, 0, 0, 0, 0, 1]), 1, Position, 0),
        ];
        return new PackedSpec(new EquatableArray<int>(dimensions), new EquatableArray<AxisSpec>(axes), (long)OutputBlocks * WeightBlock) { Connected = Connected };
    }

    /// <summary>What sets the gradients of weights that have to stay zero to zero.</summary>
    public MaskWeightsKernel Mask() => new(Filters, SeparateGroups, Channels / SeparateGroups, MaskedGroups, Connected, Positions, WeightBlock, InputsPerBlock, InputMajor, 16, Position);

    /// <summary>What one iteration of the innermost loop reads, and the loops that remain around it.</summary>
    /// <param name="window">The window.</param>
    /// <param name="row">From an input row to the next.</param>
    /// <param name="pixel">From an input column to the next.</param>
    /// <param name="full">Whether all of the window is unrolled, as <c>Unroll.Full</c> asks for, where it is small enough.</param>
    public (EquatableArray<int> Offsets, int Rows, int RowStep, int Columns, int ColumnStep) Loops(Window window, int row, int pixel, bool full)
    {
        int rowStep = window.DilationHeight * row, columnStep = window.DilationWidth * pixel;
        if (full && IsSmall)
        {
            int inputs = InputsPerBlock, columns = KernelWidth;
            var all = from y in Enumerable.Range(0, KernelHeight)
                      from x in Enumerable.Range(0, columns)
                      from i in Enumerable.Range(0, inputs)
                      select (y * rowStep) + (x * columnStep) + i;
            return (new EquatableArray<int>(all), 1, 0, 1, 0);
        }

        if (InputsPerBlock > 1 || pixel > 1)
        {
            return (new EquatableArray<int>(Enumerable.Range(0, InputsPerBlock)), KernelHeight, rowStep, KernelWidth, columnStep);
        }

        // One channel at a time: the window itself is unrolled, whole or row by row.
        int rows = Positions <= 25 ? KernelHeight : 1, width = KernelWidth;
        var offsets = new EquatableArray<int>(
            from y in Enumerable.Range(0, rows) from x in Enumerable.Range(0, width) select (y * rowStep) + (x * columnStep));
        return (offsets, KernelHeight / rows, rowStep, 1, 0);
    }
}
