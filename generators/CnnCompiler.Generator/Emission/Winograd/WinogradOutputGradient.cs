using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Transforms tiles of an output gradient to points: Z[point][tile][16]. Beyond the output's edge it finds zeros.</summary>
/// <param name="Tile">The size of a tile.</param>
internal sealed record WinogradOutputGradient(WinogradTile Tile) : Code
{
    public override string Summary =>
        $"Winograd {Tile}: transforms tiles of one block of 16 channels of an output gradient to {Tile.Products} points, Z = A y A^T.";

    protected override string Title => "WinogradOutputGradient_" + Tile.Title;

    protected override bool IsUnique => true;

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        int n = Tile.Points, m = Tile.Outputs;
        writer.Line("/// <summary>Transforms tiles <paramref name=\"first\"/> and following of the batch.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* dy, WinogradShape* shape, int first, int count, int block, float* z, float* buffer)"))
        {
            writer.Line("int sample = first / shape->Tiles, row = first % shape->Tiles / shape->TileColumns, column = first % shape->TileColumns;");
            writer.Line("dy += block * shape->OutputBlock;");
            using (writer.Block("for (int tile = 0; tile < count; tile++)"))
            {
                writer.Line($"{isa.Name}Tile(dy + sample * shape->OutputSample + {m} * row * shape->OutputRow + column * {m * 16}, shape->OutputRow, z + tile * 16, count * 16 + 16, buffer);");
                WinogradInput.EmitNext(writer);
            }
        }

        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Tile(float* dy, nint row, float* z, nint point, float* buffer)"))
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line("// Down the columns.");
            using (writer.Block($"for (int i = 0; i < {m}; i++)"))
            {
                writer.Line("float* source = dy + i * 16 + lane;");
                writer.Line($"float* target = buffer + i * {isa.Lanes};");
                WinogradTransform.OutputGradient(writer, isa, Tile, new("source", "row"), new("target", $"{m * isa.Lanes}"));
            }

            writer.Line("\n// Along the rows.");
            using (writer.Block($"for (int i = 0; i < {n}; i++)"))
            {
                writer.Line($"float* source = buffer + i * {m * isa.Lanes};");
                writer.Line($"float* target = z + lane + i * {n} * point;");
                WinogradTransform.OutputGradient(writer, isa, Tile, new("source", $"{isa.Lanes}"), new("target", "point"));
            }
        }
    }
}
