using System;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>A Winograd convolution in memory.</summary>
/// <param name="Tile">The size of a tile.</param>
/// <param name="Input">What is read.</param>
/// <param name="Output">What is written; its size is that of the convolution's output.</param>
/// <param name="Other">The tensor that the epilogue reads: what is added, or the activation whose derivative is applied.</param>
/// <param name="Top">Rows of zeros before the window of the first output row.</param>
/// <param name="Left">Columns of zeros before that of the first column.</param>
/// <param name="Training">Whether there is a batch to share out; a prediction may be of one sample.</param>
internal sealed record WinogradGeometry(WinogradTile Tile, View Input, View Output, View Other, int Top, int Left, bool Training)
{
    // So many points of tiles share the weights that are read: fewer leave the arithmetic waiting for memory, more do not fit the second-level cache.
    private const int MostPoints = 48 * 36, UsualPoints = 24 * 36, FewestPoints = 12 * 36;

    // Where all input is transformed first, the products of a point stream through the cache anyway: more tiles read the weights less often.
    private const int MostSplitPoints = 64 * 36;

    // Weights beyond this many floats do not stay in the last-level cache beside anything else: they are read as seldom as possible.
    private const long LargeWeights = 4 << 20;

    // Weights of so many floats come from the second-level cache: then a chunk of few tiles will do.
    private const long SmallWeights = 1 << 16;
    private const int FewestCachedPoints = 8 * 36;

    private const int WantedChunks = 4;

    // Multiply-adds of a sample (some 10 microseconds) that are not worth handing a part to another thread.
    private const long SmallWork = 250_000;

    // Batches of at least so many samples are to keep threads busy in training.
    private const int UsualBatch = 16;

    public int TileRows => Tile.Cover(Output.Height);

    public int TileColumns => Tile.Cover(Output.Width);

    /// <summary>Tiles of a sample.</summary>
    public int Tiles => TileRows * TileColumns;

    /// <summary>Floats of the transformed weights.</summary>
    public long WeightFloats => (long)Tile.Products * Input.Planes * Output.Planes * InputsPerBlock * 16;

    /// <summary>
    /// Whether the input is transformed in a step of its own, so that the tasks of the products, groups of output channels of few tiles, share it: where one
    /// sample, or a small batch in training, does not have enough tiles for several tasks, each of which reads all weights (unless these stay cached).
    /// </summary>
    public bool IsSplit => (HasFewTiles && !SharesCachedWeights && !IsSmall) || (WeightFloats > LargeWeights && Tiles < 4 * MostTiles);

    /// <summary>Multiply-adds of a sample.</summary>
    public long Macs => WeightFloats * Tiles;

    private bool IsSmall => Macs <= SmallWork && Tiles <= MostTiles;

    private int MostTiles => MostPoints / Tile.Products;

    private int FewestCachedTiles => FewestCachedPoints / Tile.Products;

    private bool HasFewTiles => SharedTiles * Tile.Products < WantedChunks * FewestPoints;

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
                return Tiles < MostTiles ? MostTiles : CeilingOf(Tiles, CeilingOf(Tiles * Tile.Products, MostSplitPoints));
            }

            if (Training)
            {
                return Math.Min(MostTiles, SharedTiles / WantedChunks);
            }

            if (HasFewTiles)
            {
                return IsSmall ? Tiles : FewestCachedTiles;
            }

            // A multiple of four chunks, so that two or four threads have equal shares of one sample.
            int chunks = CeilingOf(CeilingOf(Tiles * Tile.Products, UsualPoints), WantedChunks) * WantedChunks;
            return CeilingOf(Tiles, chunks);
        }
    }

    /// <summary>Floats of a transformed chunk.</summary>
    public long ChunkFloats => (long)Tile.Products * ((Input.Planes * 16L * Chunk) + 16);

    /// <summary>Floats of the transformed input a sample, where it is kept.</summary>
    public long SampleFloats => (long)Tile.Products * ((Input.Planes * 16L * Tiles) + (16L * CeilingOf(Tiles, Chunk)));

    /// <summary>Floats of the products of a chunk with two output blocks, and of a buffer.</summary>
    public long ProductFloats => (2L * Tile.Products * ((16 * Chunk) + 16)) + Tile.Buffer;

    /// <summary>Inputs that lie together, as weights are packed.</summary>
    public int InputsPerBlock => Math.Min(16, Input.Channels);

    /// <summary>What multiplies and stores.</summary>
    public WinogradOutput OutputCode => new(Tile, InputsPerBlock, Lanes(Output));

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
            shape.InputLanes = {sizes["inputLanes", Lanes(Input)]};
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

    // Of a single block with few channels, half holds none: it is zero in tensors and stays so, and nobody reads it among transformed tiles.
    private static int Lanes(View view) => view.Channels <= 8 ? 8 : 16;

    private static int CeilingOf(int dividend, int divisor) => (dividend + divisor - 1) / divisor;
}
