using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// Transforms overlapping input tiles to points: U[point][block][tile][16]. Points lie a cache line further apart than they need, because distances of a
/// power of two would put them all into the same few sets of the cache.
/// </summary>
/// <param name="Tile">The size of a tile.</param>
internal sealed record WinogradInput(WinogradTile Tile) : Code
{
    public override string Summary =>
        $"Winograd {Tile}: transforms input tiles of {Tile.Points}x{Tile.Points} pixels to {Tile.Products} points, U = B^T d B, a block of 16 channels at a time.";

    protected override string Title => "WinogradInput_" + Tile.Title;

    protected override bool IsUnique => true;

    /// <summary>The statement that transforms a chunk.</summary>
    public string Call(VectorIsa isa, string x, string begin, string end, string u, string buffer) =>
        $"{Name}.{isa.Name}({x}, &shape, first, count, {begin}, {end}, {u}, {buffer});";

    public override IEnumerable<Code> Uses(VectorIsa isa) => [];

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        int n = Tile.Points;
        writer.Line("/// <summary>Transforms tiles <paramref name=\"first\"/> and following of the batch, input blocks <paramref name=\"begin\"/> to <paramref name=\"end\"/> (exclusive).</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* x, WinogradShape* shape, int first, int count, int begin, int end, float* u, float* buffer)"))
        {
            writer.Line("""
                nint line = count * 16, point = line * shape->InputBlocks + 16;
                x += shape->InputStart;
                """);
            using (writer.Block("for (int block = begin; block < end; block++)"))
            {
                writer.Line("""
                    int sample = first / shape->Tiles, row = first % shape->Tiles / shape->TileColumns, column = first % shape->TileColumns;
                    float* source = x + block * shape->InputBlock;
                    float* target = u + block * line;
                    """);
                using (writer.Block("for (int tile = 0; tile < count; tile++)"))
                {
                    writer.Line($"{isa.Name}Tile(source + sample * shape->InputSample + {Tile.Outputs} * row * shape->InputRow + column * {Tile.Outputs * 16}, shape->InputRow, shape->InputLanes, target + tile * 16, point, buffer);");
                    EmitNext(writer);
                }
            }
        }

        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Tile(float* x, nint row, int lanes, float* u, nint point, float* buffer)"))
        using (writer.Block($"for (int lane = 0; lane < lanes; lane += {isa.Lanes})"))
        {
            writer.Line("// Down the columns.");
            using (writer.Block($"for (int i = 0; i < {n}; i++)"))
            {
                writer.Line("float* source = x + i * 16 + lane;");
                writer.Line($"float* target = buffer + i * {isa.Lanes};");
                WinogradTransform.Input(writer, isa, Tile, new("source", "row"), new("target", $"{n * isa.Lanes}"));
            }

            writer.Line("\n// Along the rows.");
            using (writer.Block($"for (int i = 0; i < {n}; i++)"))
            {
                writer.Line($"float* source = buffer + i * {n * isa.Lanes};");
                writer.Line($"float* target = u + lane + i * {n} * point;");
                WinogradTransform.Input(writer, isa, Tile, new("source", $"{isa.Lanes}"), new("target", "point"));
            }
        }
    }

    /// <summary>Writes the step of variables <c>sample</c>, <c>row</c> and <c>column</c> to the next tile of the batch.</summary>
    public static void EmitNext(CodeWriter writer) => writer.Line("""
        if (++column == shape->TileColumns)
        {
            column = 0;
            if (++row == shape->TileRows)
            {
                row = 0;
                sample++;
            }
        }
        """);
}
