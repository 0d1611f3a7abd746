using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Transforms 4x4 tiles of an output gradient to 36 points: Z[point][tile][16]. Beyond the output's edge it finds zeros.</summary>
internal sealed record WinogradOutputGradient : Code
{
    public static readonly WinogradOutputGradient Instance = new();

    public override string Summary => "Winograd F(4x4, 3x3): transforms 4x4 tiles of one block of 16 channels of an output gradient to 36 points, Z = A y A^T.";

    protected override string Title => "WinogradOutputGradient";

    protected override bool IsUnique => true;

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("/// <summary>Transforms tiles <paramref name=\"first\"/> and following of the batch.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* dy, WinogradShape* shape, int first, int count, int block, float* z, float* buffer)"))
        {
            writer.Line("int sample = first / shape->Tiles, row = first % shape->Tiles / shape->TileColumns, column = first % shape->TileColumns;");
            writer.Line("dy += block * shape->OutputBlock;");
            using (writer.Block("for (int tile = 0; tile < count; tile++)"))
            {
                writer.Line($"{isa.Name}Tile(dy + sample * shape->OutputSample + 4 * row * shape->OutputRow + column * 64, shape->OutputRow, z + tile * 16, count * 16 + 16, buffer);");
                WinogradInput.EmitNext(writer);
            }
        }

        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"private static void {isa.Name}Tile(float* dy, nint row, float* z, nint point, float* buffer)"))
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line("// Down the columns.");
            using (writer.Block("for (int i = 0; i < 4; i++)"))
            {
                writer.Line("float* source = dy + i * 16 + lane;");
                WinogradTransform.Load(writer, "y", 4, "source", "row");
                WinogradTransform.OutputGradient(writer, isa);
                writer.Line($"float* target = buffer + i * {isa.Lanes};");
                WinogradTransform.Store(writer, 6, "target", $"{4 * isa.Lanes}");
            }

            writer.Line("\n// Along the rows.");
            using (writer.Block("for (int i = 0; i < 6; i++)"))
            {
                writer.Line($"float* source = buffer + i * {4 * isa.Lanes};");
                WinogradTransform.Load(writer, "y", 4, "source", $"{isa.Lanes}");
                WinogradTransform.OutputGradient(writer, isa);
                writer.Line("float* target = z + lane + i * 6 * point;");
                WinogradTransform.Store(writer, 6, "target", "point");
            }
        }
    }
}
