using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Adds the parts of the gradient by transformed weights in order, and takes it back to the gradient by the weights.</summary>
/// <param name="Parts">How many parts.</param>
/// <param name="OutputBlocks">Blocks of 16 outputs.</param>
/// <param name="InputBlocks">Blocks of 16 inputs.</param>
internal sealed record WinogradWeightGradientSumKernel(int Parts, int OutputBlocks, int InputBlocks) : Kernel
{
    public override string Summary => "Winograd F(4x4, 3x3): adds the parts of the gradient by weights of 36 points and transforms it to that by 3x3 weights, dg = G^T dV G.";

    public override string Tasks => $"{OutputBlocks * InputBlocks}";

    public override long Workspace => WinogradOutput.Buffer;

    protected override string Title => "Winograd_WeightGradientSum";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string inputs = sizes["inputBlocks", InputBlocks], point = sizes["weightPoint", InputBlocks * 256], block = sizes["weightBlock", 36 * InputBlocks * 256];
        writer.Line("float* buffer = a->Workspace;");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"float* sums = a->Scratch + (nint)(task / {inputs}) * {block} + task % {inputs} * 256;");
            writer.Line($"float* gradient = a->DW + (nint)task * {9 * 256};");
            using (writer.Block($"for (int lane = 0; lane < 256; lane += {isa.Lanes})"))
            {
                writer.Line("// The sum of the parts.");
                using (writer.Block("for (int i = 0; i < 36; i++)"))
                {
                    writer.Line($"float* source = sums + lane + (nint)i * {point};");
                    writer.Line("V sum = Load(source);");
                    using (writer.Block($"for (int part = 1; part < {sizes["parts", Parts]}; part++)"))
                    {
                        writer.Line($"sum += Load(source + (nint)part * {sizes["outputBlocks", OutputBlocks]} * {block});");
                    }

                    writer.Line($"sum.Store(buffer + i * {isa.Lanes});");
                }

                writer.Line("\n// Down the columns.");
                using (writer.Block("for (int i = 0; i < 6; i++)"))
                {
                    writer.Line($"float* column = buffer + i * {isa.Lanes};");
                    WinogradTransform.Load(writer, "q", 6, "column", $"{6 * isa.Lanes}");
                    WinogradTransform.WeightGradient(writer, isa);
                    WinogradTransform.Store(writer, 3, "column", $"{6 * isa.Lanes}");
                }

                writer.Line("\n// Along the rows.");
                using (writer.Block("for (int i = 0; i < 3; i++)"))
                {
                    writer.Line($"float* line = buffer + i * {6 * isa.Lanes};");
                    WinogradTransform.Load(writer, "q", 6, "line", $"{isa.Lanes}");
                    WinogradTransform.WeightGradient(writer, isa);
                    writer.Line("float* target = gradient + lane + i * 768;");
                    WinogradTransform.Store(writer, 3, "target", "256");
                }
            }
        }
    }
}
