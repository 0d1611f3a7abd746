using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>A grid of output pixels, each a sum over the same window of inputs: all numbers that its loops need, in floats.</summary>
/// <param name="Height">Output rows.</param>
/// <param name="Width">Output pixels of a row.</param>
/// <param name="Input">Where the input of pixel (0, 0) starts, relative to the input's interior.</param>
/// <param name="InputRow">From the input of an output row to that of the next.</param>
/// <param name="InputPixel">From the input of an output pixel to that of the next.</param>
/// <param name="Output">Where output pixel (0, 0) is, relative to the output's interior.</param>
/// <param name="OutputRow">From an output row to the next.</param>
/// <param name="OutputPixel">From an output pixel to the next.</param>
/// <param name="Derivative">As <paramref name="Output"/>, in the tensor whose activation's derivative is applied.</param>
/// <param name="DerivativeRow">As <paramref name="OutputRow"/>, in that tensor.</param>
/// <param name="Rows">Window rows.</param>
/// <param name="RowStep">From the input of a window row to that of the next.</param>
/// <param name="Columns">Window columns that are looped over.</param>
/// <param name="ColumnStep">From the input of a window column to that of the next.</param>
/// <param name="Offsets">Unrolled inputs.</param>
/// <param name="Weights">Where the weights start.</param>
/// <param name="WeightBlock">From the weights of an output block to those of the next.</param>
internal sealed record ProductRows(
    int Height, int Width, int Input, int InputRow, int InputPixel, int Output, int OutputRow, int OutputPixel, int Derivative, int DerivativeRow,
    int Rows, int RowStep, int Columns, int ColumnStep, EquatableArray<int> Offsets, int Weights, int WeightBlock)
{
    /// <summary>The map's rows that window rows read; without, all are read.</summary>
    public WindowSpan RowSpan { get; init; }

    /// <summary>The map's columns that window columns read.</summary>
    public WindowSpan ColumnSpan { get; init; }

    /// <summary>Whether windows reach beyond the map's first or last row.</summary>
    public bool ClipsRows => Rows > 1 && RowSpan.Clips(Height, Rows);
}
