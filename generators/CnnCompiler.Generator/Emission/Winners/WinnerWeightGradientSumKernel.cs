using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Winners;

/// <summary>Adds the parts of a weight gradient in order, and takes it to the layout of the weights; padding becomes zero.</summary>
/// <param name="Parts">The kernel whose parts they are.</param>
/// <param name="OutputBlocks">Blocks of 16 filters.</param>
/// <param name="InputBlocks">Groups of inputs that lie together in the weights.</param>
/// <param name="InputBlock">Inputs of such a group.</param>
internal sealed record WinnerWeightGradientSumKernel(WinnerWeightGradientKernel Parts, int OutputBlocks, int InputBlocks, int InputBlock) : Kernel
{
    public override string Summary => "Adds the parts of the gradient by filters and takes it to the layout of the weights.";

    public override string Tasks => $"{OutputBlocks}";

    protected override string Title => "Conv_WinnerWeightGradientSum";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        WinnerSums sums = Parts.Sums;
        string filters = sizes["filters", Parts.Filters], floats = $"{sums.Floats(isa)}", part = sizes["partSums", Parts.PartFloats], inputs = sizes["inputs", sums.X.Channels];
        string inputBlock = sizes["inputBlock", InputBlock], padded = sizes["paddedInputs", InputBlocks * InputBlock];
        writer.Line($"int parts = {Parts.PartsOf("a->Count")};");
        using (writer.Block("for (int block = begin; block < end; block++)"))
        {
            writer.Line($"int last = Math.Min(16, {filters} - block * 16);");
            writer.Line($"float* first = a->Scratch + block * 16 * {floats};");
            EmitParts(writer, isa, "first", $"last * {floats}", part);
            writer.Line($"float* dw = a->DW + (nint)block * {sizes["weightBlock", InputBlocks * InputBlock * sums.Window.Taps * 16]};");
            using (writer.Block($"for (int input = 0; input < {padded}; input++)"))
            using (writer.Block($"for (int row = 0; row < {sums.Window.KernelHeight}; row++)"))
            using (writer.Block($"for (int column = 0; column < {sums.Window.KernelWidth}; column++)"))
            {
                writer.Line($"float* target = dw + ((input / {inputBlock} * {sums.Window.Taps} + row * {sums.Window.KernelWidth} + column) * {inputBlock} + input % {inputBlock}) * 16;");
                writer.Line($"float* sum = first + {sums.At(isa, "input", "row", "column")};");
                using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
                {
                    writer.Line($"target[lane] = lane < last && input < {inputs} ? sum[lane * {floats}] : 0f;");
                }
            }

            if (Parts.Bias)
            {
                writer.Line($"float* biases = a->Scratch + {filters} * {floats} + block * 16;");
                EmitParts(writer, isa, "biases", "16", part);
                writer.Line("new Span<float>(biases, 16).CopyTo(new Span<float>(a->DBias + block * 16, 16));");
            }
        }
    }

    private static void EmitParts(CodeWriter writer, VectorIsa isa, string first, string floats, string part)
    {
        using (writer.Block("for (int part = 1; part < parts; part++)"))
        using (writer.Block($"for (int i = 0; i < {floats}; i += {isa.Lanes})"))
        {
            writer.Line($"(Load({first} + i) + Load({first} + (nint)part * {part} + i)).Store({first} + i);");
        }
    }
}
