using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>
/// Zeroes the gradients of weights that have to stay zero: between channels of different groups, where groups of a convolution are computed together
/// because they are not multiples of 16 channels; and between channels that a table of connections does not connect.
/// </summary>
/// <param name="Outputs">Output channels.</param>
/// <param name="Parts">Parts of the output channels that have inputs of their own.</param>
/// <param name="Inputs">Input channels of a part.</param>
/// <param name="Groups">Groups of a part's channels that do not see each other.</param>
/// <param name="Connected">1 or 0 for each pair of output and input; empty: the groups alone count.</param>
/// <param name="Positions">Window positions.</param>
/// <param name="WeightBlock">From the weights of an output block to those of the next.</param>
/// <param name="InputBlock">Inputs that lie together in the packed weights.</param>
/// <param name="InputMajor">From a group of such inputs to the next.</param>
/// <param name="InputMinor">From an input to the next inside it.</param>
/// <param name="Position">From a window position to the next.</param>
internal sealed record MaskWeightsKernel(
    int Outputs, int Parts, int Inputs, int Groups, EquatableArray<byte> Connected, int Positions, int WeightBlock, int InputBlock, int InputMajor, int InputMinor,
    int Position) : Kernel
{
    public override string Summary => Connected.Count == 0
        ? $"Zeroes weight gradients between different ones of {Parts * Groups} groups."
        : $"Zeroes weight gradients between the {Connected.Count(pair => pair == 0)} pairs of channels that are not connected.";

    public override string Tasks => $"{Outputs}";

    protected override string Title => $"MaskWeights_{Outputs}x{Inputs}" + (Connected.Count == 0 ? $"_G{Parts * Groups}" : "");

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        if (Connected.Count > 0)
        {
            writer.Line("// 1 for each connected pair of output (rows) and input (columns).");
            writer.Line("ReadOnlySpan<byte> connected =");
            writer.Line("[");
            for (int output = 0; output < Outputs; output++)
            {
                writer.Line("    " + string.Join(", ", Connected.Skip(output * Inputs).Take(Inputs)) + ",");
            }

            writer.Line("];");
        }

        using (writer.Block("for (int output = begin; output < end; output++)"))
        using (writer.Block($"for (int input = 0; input < {Inputs}; input++)"))
        {
            using (writer.Block(Connected.Count > 0
                ? $"if (connected[output * {Inputs} + input] != 0)"
                : $"if (output{(Parts == 1 ? "" : $" % {Outputs / Parts}")} / {Outputs / Parts / Groups} == input / {Inputs / Groups})"))
            {
                writer.Line("continue;");
            }

            writer.Line();
            writer.Line($"float* dw = a->DW + (nint)(output / 16) * {WeightBlock} + output % 16 + (nint)(input / {InputBlock}) * {InputMajor} + input % {InputBlock} * {InputMinor};");
            using (writer.Block($"for (int position = 0; position < {Positions}; position++)"))
            {
                writer.Line($"dw[position * {Position}] = 0f;");
            }
        }
    }
}
