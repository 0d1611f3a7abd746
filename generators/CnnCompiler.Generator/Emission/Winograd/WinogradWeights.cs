using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Transforms the packed weights of one output block to points, V[output block][point][input][16].</summary>
/// <param name="Tile">The size of a tile.</param>
internal sealed record WinogradWeights(WinogradTile Tile) : Code
{
    public override string Summary => $"Winograd {Tile}: transforms {Tile.Window}x{Tile.Window} weights to {Tile.Products} points, V = G g G^T.";

    protected override string Title => "WinogradWeights_" + Tile.Title;

    protected override bool IsUnique => true;

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        int n = Tile.Points, r = Tile.Window;
        writer.Line("""
            /// <summary>Transforms the weights of one block of 16 outputs.</summary>
            /// <param name="w">Its weights at the first window position.</param>
            /// <param name="position">From a window position to the next; negative turns the window round.</param>
            /// <param name="inputBlock">From a block of inputs to the next.</param>
            /// <param name="blocks">Blocks of inputs.</param>
            /// <param name="floats">Weights of one position: inputs of a block times 16 outputs.</param>
            /// <param name="v">Where they go.</param>
            /// <param name="buffer">Working memory.</param>
            """);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* w, nint position, nint inputBlock, int blocks, int floats, float* v, float* buffer)"))
        {
            writer.Line($"nint point = blocks * floats, step = {r} * position;");
            using (writer.Block("for (int block = 0; block < blocks; block++, w += inputBlock, v += floats)"))
            using (writer.Block($"for (int lane = 0; lane < floats; lane += {isa.Lanes})"))
            {
                writer.Line("// Down the columns.");
                using (writer.Block($"for (int i = 0; i < {r}; i++)"))
                {
                    writer.Line("float* source = w + lane + i * position;");
                    writer.Line($"float* target = buffer + i * {isa.Lanes};");
                    WinogradTransform.Weights(writer, isa, Tile, new("source", "step"), new("target", $"{r * isa.Lanes}"));
                }

                writer.Line("\n// Along the rows.");
                using (writer.Block($"for (int i = 0; i < {n}; i++)"))
                {
                    writer.Line($"float* source = buffer + i * {r * isa.Lanes};");
                    writer.Line($"float* target = v + lane + i * {n} * point;");
                    WinogradTransform.Weights(writer, isa, Tile, new("source", $"{isa.Lanes}"), new("target", "point"));
                }
            }
        }
    }
}
