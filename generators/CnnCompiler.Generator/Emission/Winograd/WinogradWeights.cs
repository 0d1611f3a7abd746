using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Transforms the packed 3x3 weights of one output block to 36 points, V[output block][point][input][16].</summary>
internal sealed record WinogradWeights : Code
{
    public static readonly WinogradWeights Instance = new();

    public override string Summary => "Winograd F(4x4, 3x3): transforms 3x3 weights to 36 points, V = G g G^T.";

    protected override string Title => "WinogradWeights";

    protected override bool IsUnique => true;

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("""
            /// <summary>Transforms the weights of one block of 16 outputs.</summary>
            /// <param name="w">Its weights at the first window position.</param>
            /// <param name="position">From a window position to the next; negative turns the window round.</param>
            /// <param name="inputBlock">From a block of 16 inputs to the next.</param>
            /// <param name="blocks">Blocks of 16 inputs.</param>
            /// <param name="v">Where they go.</param>
            /// <param name="buffer">Working memory.</param>
            """);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* w, nint position, nint inputBlock, int blocks, float* v, float* buffer)"))
        {
            writer.Line("nint point = blocks * 256;");
            using (writer.Block("for (int block = 0; block < blocks; block++, w += inputBlock, v += 256)"))
            using (writer.Block($"for (int lane = 0; lane < 256; lane += {isa.Lanes})"))
            {
                writer.Line("// Down the columns.");
                using (writer.Block("for (int i = 0; i < 3; i++)"))
                {
                    writer.Line("float* source = w + lane + i * position;");
                    WinogradTransform.Load(writer, "g", 3, "source", "3 * position");
                    WinogradTransform.Weights(writer, isa);
                    writer.Line($"float* target = buffer + i * {isa.Lanes};");
                    WinogradTransform.Store(writer, 6, "target", $"{3 * isa.Lanes}");
                }

                writer.Line("\n// Along the rows.");
                using (writer.Block("for (int i = 0; i < 6; i++)"))
                {
                    writer.Line($"float* source = buffer + i * {3 * isa.Lanes};");
                    WinogradTransform.Load(writer, "g", 3, "source", $"{isa.Lanes}");
                    WinogradTransform.Weights(writer, isa);
                    writer.Line("float* target = v + lane + i * 6 * point;");
                    WinogradTransform.Store(writer, 6, "target", "point");
                }
            }
        }
    }
}
