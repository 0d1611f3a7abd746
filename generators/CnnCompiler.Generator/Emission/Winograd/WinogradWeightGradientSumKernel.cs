using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Adds the parts of the gradient by transformed weights in order, and takes it back to the gradient by the weights.</summary>
/// <param name="Tile">The size of a tile.</param>
/// <param name="Parts">How many parts, as an expression of <c>a->Count</c>.</param>
/// <param name="OutputBlocks">Blocks of 16 outputs.</param>
/// <param name="InputBlocks">Blocks of inputs.</param>
/// <param name="Position">From the weights of a window position to those of the next: inputs of a block times 16.</param>
internal sealed record WinogradWeightGradientSumKernel(WinogradTile Tile, string Parts, int OutputBlocks, int InputBlocks, int Position) : Kernel
{
    public override string Summary =>
        $"Winograd {Tile}: adds the parts of the gradient by weights of {Tile.Products} points and transforms it to that by {Tile.Window}x{Tile.Window} weights, dg = G^T dV G.";

    public override string Tasks => $"{OutputBlocks * InputBlocks}";

    public override long Workspace => Tile.Buffer;

    protected override string Title => "Winograd_WeightGradientSum";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int n = Tile.Points, r = Tile.Window;
        string inputs = sizes["inputBlocks", InputBlocks], point = sizes["weightPoint", InputBlocks * Position], block = sizes["weightBlock", Tile.Products * InputBlocks * Position];
        string position = sizes["position", Position];
        writer.Line("float* buffer = a->Workspace;");
        writer.Line($"int parts = {Parts};");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"float* sums = a->Scratch + (nint)(task / {inputs}) * {block} + task % {inputs} * {position};");
            writer.Line($"float* gradient = a->DW + (nint)task * {sizes["weights", r * r * Position]};");
            using (writer.Block($"for (int lane = 0; lane < {position}; lane += {isa.Lanes})"))
            {
                writer.Line("// The sum of the parts.");
                using (writer.Block($"for (int i = 0; i < {Tile.Products}; i++)"))
                {
                    writer.Line($"float* source = sums + lane + (nint)i * {point};");
                    writer.Line("V sum = Load(source);");
                    using (writer.Block("for (int part = 1; part < parts; part++)"))
                    {
                        writer.Line($"sum += Load(source + (nint)part * {sizes["outputBlocks", OutputBlocks]} * {block});");
                    }

                    writer.Line($"sum.Store(buffer + i * {isa.Lanes});");
                }

                writer.Line("\n// Down the columns.");
                using (writer.Block($"for (int i = 0; i < {n}; i++)"))
                {
                    writer.Line($"float* column = buffer + i * {isa.Lanes};");
                    WinogradTransform.WeightGradient(writer, isa, Tile, new("column", $"{n * isa.Lanes}"), new("column", $"{n * isa.Lanes}"));
                }

                writer.Line("\n// Along the rows.");
                using (writer.Block($"for (int i = 0; i < {r}; i++)"))
                {
                    writer.Line($"float* line = buffer + i * {n * isa.Lanes};");
                    writer.Line($"float* target = gradient + lane + i * {r} * {position};");
                    WinogradTransform.WeightGradient(writer, isa, Tile, new("line", $"{isa.Lanes}"), new("target", position));
                }
            }
        }
    }
}
