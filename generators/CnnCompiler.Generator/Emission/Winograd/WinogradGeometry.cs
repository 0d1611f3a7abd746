using System;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>A Winograd convolution in memory.</summary>
/// <param name="Input">What is read.</param>
/// <param name="Output">What is written; its size is that of the convolution's output.</param>
/// <param name="Other">The tensor that the epilogue reads: what is added, or the activation whose derivative is applied.</param>
/// <param name="Top">Rows of zeros before the window of the first output row.</param>
/// <param name="Left">Columns of zeros before that of the first column.</param>
/// <param name="Training">Whether there is a batch to share out; a prediction may be of one sample.</param>
internal sealed record WinogradGeometry(View Input, View Output, View Other, int Top, int Left, bool Training)
{
    // So many tiles share the weights that are read: fewer leave the arithmetic waiting for memory, more do not fit the second-level cache.
    private const int MostTiles = 48, UsualTiles = 24, FewestTiles = 12;

    // Weights beyond this many floats do not stay in the last-level cache beside anything else: they are read as seldom as possible.
    private const long LargeWeights = 4 << 20;

    // Weights of so many floats come from the second-level cache: then a chunk of few tiles will do.
    private const long SmallWeights = 1 << 16;
    private const int FewestCachedTiles = 8;

    private const int WantedChunks = 4;

    // Batches of at least so many samples are to keep threads busy in training.
    private const int UsualBatch = 16;

    public int TileRows => (Output.Height + 3) / 4;

    public int TileColumns => (Output.Width + 3) / 4;

    /// <summary>Tiles of a sample.</summary>
    public int Tiles => TileRows * TileColumns;

    /// <summary>Floats of the transformed weights.</summary>
    public long WeightFloats => 36L * Input.Planes * Output.Planes * 256;

    /// <summary>
    /// Whether the input is transformed in a step of its own, so that the tasks of the products, groups of output channels of few tiles, share it: where one
    /// sample, or a small batch in training, does not have enough tiles for several tasks, each of which reads all weights (unless these stay cached).
    /// </summary>
    public bool IsSplit => (HasFewTiles && !SharesCachedWeights) || (WeightFloats > LargeWeights && Tiles < 4 * MostTiles);

    private bool HasFewTiles => SharedTiles < WantedChunks * FewestTiles;

    private bool SharesCachedWeights => WeightFloats <= SmallWeights && Tiles >= 2 * FewestCachedTiles;

    // Tiles that are dealt to threads.
    private int SharedTiles => Training ? UsualBatch * Tiles : Tiles;

    /// <summary>Tiles that are computed together; tiles of several samples may be.</summary>
    public int Chunk
    {
        get
        {
            if (IsSplit)
            {
                return Tiles < MostTiles ? MostTiles : CeilingOf(Tiles, CeilingOf(Tiles, MostTiles));
            }

            if (Training)
            {
                return Math.Min(MostTiles, SharedTiles / WantedChunks);
            }

            if (HasFewTiles)
            {
                return FewestCachedTiles;
            }

            // A multiple of four chunks, so that two or four threads have equal shares of one sample.
            int chunks = CeilingOf(CeilingOf(Tiles, UsualTiles), WantedChunks) * WantedChunks;
            return CeilingOf(Tiles, chunks);
        }
    }

    /// <summary>Floats of a transformed chunk.</summary>
    public long ChunkFloats => 36L * ((Input.Planes * 16L * Chunk) + 16);

    /// <summary>Floats of the transformed input a sample, where it is kept.</summary>
    public long SampleFloats => 36L * ((Input.Planes * 16L * Tiles) + (16L * CeilingOf(Tiles, Chunk)));

    /// <summary>Chunks of a batch as an expression.</summary>
    public string Chunks => Chunk == 1 ? $"{Tiles} * p.Count" : $"({Tiles} * p.Count + {Chunk - 1}) / {Chunk}";

    /// <summary>Writes variable <c>shape</c>.</summary>
    public void Emit(CodeWriter writer, Sizes sizes)
    {
        writer.Line($"""
            WinogradShape shape = default;
            shape.TileRows = {sizes["tileRows", TileRows]};
            shape.TileColumns = {sizes["tileColumns", TileColumns]};
            shape.Height = {sizes["height", Output.Height]};
            shape.Width = {sizes["width", Output.Width]};
            shape.InputBlocks = {sizes["inputBlocks", Input.Planes]};
            shape.InputStart = {sizes["inputStart", -(Top * Input.Row) - (Left * 16)]};
            shape.InputRow = {sizes["inputRow", Input.Row]};
            shape.InputBlock = {sizes["inputBlock", Input.Plane]};
            shape.InputSample = {sizes["inputSample", Input.Sample]};
            shape.OutputRow = {sizes["outputRow", Output.Row]};
            shape.OutputBlock = {sizes["outputBlock", Output.Plane]};
            shape.OutputSample = {sizes["outputSample", Output.Sample]};
            shape.OtherRow = {sizes["otherRow", Other.Row]};
            shape.OtherBlock = {sizes["otherBlock", Other.Plane]};
            shape.OtherSample = {sizes["otherSample", Other.Sample]};
            """);
    }

    /// <summary>Writes variables <c>first</c> and <c>count</c>: the tiles of a chunk.</summary>
    public void EmitChunk(CodeWriter writer, Sizes sizes, string chunk)
    {
        string most = sizes["chunkTiles", Chunk];
        writer.Line($"int first = {chunk} * {most}, count = Math.Min({most}, a->Count * shape.Tiles - first);");
    }

    private static int CeilingOf(int dividend, int divisor) => (dividend + divisor - 1) / divisor;
}
