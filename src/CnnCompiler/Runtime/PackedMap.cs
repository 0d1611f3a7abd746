using System;

namespace CnnCompiler.Runtime;

/// <summary>
/// The offsets of a <see cref="PackedLayout"/>, worked out once. The canonical tensor is cut into rows: trailing dimensions whose offsets,
/// relative to the row's first element, are the same for all rows. So copying is one addition per element.
/// </summary>
internal sealed unsafe class PackedMap
{
    /// <summary>Rows that are copied together: as many as lie interleaved in a block of channels, so that each cache line is written at once.</summary>
    public const int RowsTogether = 16;

    // Rows are at least so long where the tensor allows it, so that finding their places costs little, and at most so long, because their offsets are kept.
    private const int ShortRow = 64, RowLimit = 1 << 16;

    // Columns of the rows copied together that one pass over these rows takes: their cache lines stay in the first level.
    private const int Strip = 32;

    private readonly ParameterDefinition _definition;
    private readonly int[] _rowOffsets;
    private readonly int _outerDimensions;
    private readonly bool _contiguous;
    private readonly byte[]? _connected;
    private readonly int _elementsPerPair;
    private readonly int _maxRowOffset;
    private readonly int _strip;

    /// <summary>Works out the offsets.</summary>
    /// <param name="definition">A parameter whose layout has as many elements as its shape.</param>
    /// <exception cref="InvalidOperationException">The layout contradicts itself: a fault of the generator.</exception>
    public PackedMap(ParameterDefinition definition)
    {
        _definition = definition;
        int[] dimensions = definition.Layout.Dimensions;
        long elements = Product(dimensions, 0);
        if (elements != Product(definition.Shape, 0) || Array.Exists(definition.Layout.Axes, axis => axis.Coefficients.Length != dimensions.Length || axis.Block < 1))
            throw Contradiction($"dimensions {new TensorShape(dimensions)} for shape {new TensorShape(definition.Shape)}");

        _connected = definition.Layout.Connected;
        _elementsPerPair = _connected is { Length: > 0 } ? checked((int)(elements / _connected.Length)) : 1;
        if (_connected is not null && (long)_elementsPerPair * _connected.Length != elements)
            throw Contradiction($"{_connected.Length} pairs of channels for {elements} elements");
        _outerDimensions = SplitDimension(definition.Layout);
        RowLength = checked((int)Product(dimensions, _outerDimensions));
        Rows = RowLength == 0 ? 0 : checked((int)(elements / RowLength));
        _rowOffsets = new int[RowLength];
        _contiguous = true;
        for (int i = 0; i < RowLength; i++)
        {
            _rowOffsets[i] = checked((int)Offset(i, _outerDimensions, dimensions.Length));
            _contiguous &= _rowOffsets[i] == i;
            _maxRowOffset = Math.Max(_maxRowOffset, _rowOffsets[i]);
        }

        _strip = _contiguous ? RowLength : Strip;
    }

    /// <summary>Canonical elements of a row.</summary>
    public int RowLength { get; }

    /// <summary>Rows of the tensor.</summary>
    public int Rows { get; }

    /// <summary>Whether every element has the same place in both: their packed memory is interchangeable.</summary>
    public bool IsInterchangeableWith(PackedMap other)
    {
        if (_definition.PackedLength != other._definition.PackedLength || RowLength != other.RowLength || Rows != other.Rows
            || !_rowOffsets.AsSpan().SequenceEqual(other._rowOffsets) || !(_connected ?? []).AsSpan().SequenceEqual(other._connected ?? []))
        {
            return false;
        }

        for (int row = 0; row < Rows; row++)
        {
            if (RowStart(row) != other.RowStart(row))
                return false;
        }

        return true;
    }

    /// <summary>Copies a whole tensor from canonical to packed order. Leaves padding alone.</summary>
    /// <param name="canonical">Row-major elements.</param>
    /// <param name="packed">The parameter's first float.</param>
    public void Pack(ReadOnlySpan<float> canonical, float* packed)
    {
        for (int row = 0; row < Rows; row += RowsTogether)
            PackRows(row, canonical.Slice(row * RowLength, RowsFrom(row) * RowLength), packed);
    }

    /// <summary>Copies a whole tensor from packed to canonical order.</summary>
    /// <param name="packed">The parameter's first float.</param>
    /// <param name="canonical">Row-major elements.</param>
    public void Unpack(float* packed, Span<float> canonical)
    {
        for (int row = 0; row < Rows; row += RowsTogether)
            UnpackRows(row, packed, canonical.Slice(row * RowLength, RowsFrom(row) * RowLength));
    }

    /// <summary>How many rows <see cref="PackRows"/> and <see cref="UnpackRows"/> copy from a row on.</summary>
    /// <param name="row">From 0 to <see cref="Rows"/> - 1.</param>
    public int RowsFrom(int row) => Math.Min(RowsTogether, Rows - row);

    /// <summary>Copies up to <see cref="RowsTogether"/> rows from canonical to packed order.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="canonical">Elements of <see cref="RowsFrom"/> rows.</param>
    /// <param name="packed">The parameter's first float.</param>
    public void PackRows(int first, ReadOnlySpan<float> canonical, float* packed)
    {
        long* starts = stackalloc long[RowsTogether];
        int rows = RowStarts(first, canonical.Length, starts);
        fixed (float* source = canonical)
        fixed (int* offsets = _rowOffsets)
        {
            for (int strip = 0; strip < RowLength; strip += _strip)
            {
                int end = Math.Min(strip + _strip, RowLength);
                for (int row = 0; row < rows; row++)
                {
                    float* from = source + (long)row * RowLength, to = packed + starts[row];
                    if (_connected is not null)
                        PackConnected(first + row, strip, end, from, to);
                    else if (_contiguous)
                        new ReadOnlySpan<float>(from, RowLength).CopyTo(new Span<float>(to, RowLength));
                    else
                    {
                        for (int i = strip; i < end; i++)
                            to[offsets[i]] = from[i];
                    }
                }
            }
        }
    }

    /// <summary>Copies up to <see cref="RowsTogether"/> rows from packed to canonical order.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="packed">The parameter's first float.</param>
    /// <param name="canonical">Elements of <see cref="RowsFrom"/> rows.</param>
    public void UnpackRows(int first, float* packed, Span<float> canonical)
    {
        long* starts = stackalloc long[RowsTogether];
        int rows = RowStarts(first, canonical.Length, starts);
        fixed (float* target = canonical)
        fixed (int* offsets = _rowOffsets)
        {
            for (int strip = 0; strip < RowLength; strip += _strip)
            {
                int end = Math.Min(strip + _strip, RowLength);
                for (int row = 0; row < rows; row++)
                {
                    float* from = packed + starts[row], to = target + (long)row * RowLength;
                    if (_contiguous)
                        new ReadOnlySpan<float>(from, RowLength).CopyTo(new Span<float>(to, RowLength));
                    else
                    {
                        for (int i = strip; i < end; i++)
                            to[i] = from[offsets[i]];
                    }
                }
            }
        }
    }

    // Memory of pairs that are not connected stays zero, so unpacking needs no such care.
    private void PackConnected(int row, int begin, int end, float* canonical, float* start)
    {
        long first = (long)row * RowLength;
        for (int i = begin; i < end; i++)
        {
            if (_connected![(first + i) / _elementsPerPair] != 0)
                start[_rowOffsets[i]] = canonical[i];
        }
    }

    private int RowStarts(int first, int length, long* starts)
    {
        int rows = RowsFrom(first);
        if (length != (long)rows * RowLength)
            throw new ArgumentException($"{rows} rows of '{_definition.Name}' have {(long)rows * RowLength} elements, found {length}.");
        for (int row = 0; row < rows; row++)
            starts[row] = RowStart(first + row);
        return rows;
    }

    private long RowStart(int row)
    {
        long start = Offset(row, 0, _outerDimensions);

        // Native memory has no bounds checks of its own; once per row is cheap.
        if (start < 0 || start + _maxRowOffset >= _definition.PackedLength)
            throw Contradiction($"offset {start + _maxRowOffset} in {_definition.PackedLength} floats");
        return start;
    }

    /// <summary>The packed offset of the element whose indices in dimensions [first, end) are those of <paramref name="index"/>, row-major, and 0 elsewhere.</summary>
    private long Offset(int index, int first, int end)
    {
        int[] dimensions = _definition.Layout.Dimensions;
        long offset = 0;
        foreach (PackedAxis axis in _definition.Layout.Axes)
        {
            long value = 0;
            int rest = index;
            for (int dimension = end - 1; dimension >= first; dimension--)
            {
                (rest, int position) = Math.DivRem(rest, dimensions[dimension]);
                value += (long)position * axis.Coefficients[dimension];
            }

            offset += value / axis.Block * axis.Major + value % axis.Block * axis.Minor;
        }

        return offset;
    }

    /// <summary>The first dimension of a row: rows are the shortest that are not short, as far as the limit lets them be, and longer where an axis couples their dimensions with others.</summary>
    private static int SplitDimension(PackedLayout layout)
    {
        int split = Math.Max(layout.Dimensions.Length - 1, 0);
        while (split > 0 && Product(layout.Dimensions, split) < ShortRow && Product(layout.Dimensions, split - 1) <= RowLimit)
            split--;

        // An axis cut into blocks is not additive over dimensions: all that feed it have to be on one side.
        while (split > 0 && Array.Exists(layout.Axes, axis => Couples(layout.Dimensions, axis, split)))
            split--;
        return split;
    }

    // Outer dimensions that only move an axis by whole blocks, or have one element, leave what is inside of a block to the inner ones.
    private static bool Couples(int[] dimensions, PackedAxis axis, int split)
    {
        if (axis.Block == 1 || axis.Major == axis.Block * axis.Minor || !axis.Coefficients.AsSpan(split).ContainsAnyExcept(0))
            return false;
        for (int outer = 0; outer < split; outer++)
        {
            if (dimensions[outer] > 1 && axis.Coefficients[outer] % axis.Block != 0)
                return true;
        }

        return false;
    }

    private static long Product(int[] dimensions, int first)
    {
        long product = 1;
        for (int i = first; i < dimensions.Length; i++)
            product = checked(product * dimensions[i]);
        return product;
    }

    private InvalidOperationException Contradiction(string found) =>
        new($"The packed layout of '{_definition.Name}' contradicts itself: {found}. This is a fault of the generator.");
}
