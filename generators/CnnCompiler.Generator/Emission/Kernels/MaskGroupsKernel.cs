using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>
/// Zeroes the weight gradients between channels of different groups, where a grouped convolution is computed as a whole one with zero
/// weights because its groups are not multiples of 16 channels.
/// </summary>
internal sealed record MaskGroupsKernel(
    int Outputs, int Inputs, int Groups, int Positions, int WeightBlock, int InputBlock, int InputMajor, int InputMinor, int Position) : Kernel
{
    public override string Summary => $"Zeroes weight gradients between different ones of {Groups} groups.";

    public override string Tasks => $"{Outputs}";

    protected override string Title => $"MaskGroups_{Outputs}x{Inputs}_G{Groups}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        using (writer.Block("for (int output = begin; output < end; output++)"))
        using (writer.Block($"for (int input = 0; input < {Inputs}; input++)"))
        {
            writer.Line($"if (output / {Outputs / Groups} == input / {Inputs / Groups})");
            writer.Line("{");
            writer.Line("    continue;");
            writer.Line("}");
            writer.Line();
            writer.Line($"float* dw = a->DW + (nint)(output / 16) * {WeightBlock} + output % 16 + (nint)(input / {InputBlock}) * {InputMajor} + input % {InputBlock} * {InputMinor};");
            using (writer.Block($"for (int position = 0; position < {Positions}; position++)"))
            {
                writer.Line($"dw[position * {Position}] = 0f;");
            }
        }
    }
}
