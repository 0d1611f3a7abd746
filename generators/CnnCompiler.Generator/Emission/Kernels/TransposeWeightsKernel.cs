using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>
/// Copies packed weights for the input gradient: rows run over output channels, lanes over inputs, window positions in the order in which
/// the phases of the stride use them.
/// </summary>
/// <param name="TargetBlocks">Blocks of 16 inputs in all.</param>
/// <param name="SourceBlocks">Blocks of output channels that one input block sums over.</param>
/// <param name="BlocksPerGroup">Input blocks of one group of a grouped convolution.</param>
/// <param name="Inputs">Inputs of the layer; lanes beyond are zero.</param>
/// <param name="Rows">Output channels of one source block, at most 16.</param>
/// <param name="WeightBlock">From the weights of an output block to those of the next.</param>
/// <param name="InputBlock">Inputs that lie together in the packed weights.</param>
/// <param name="InputMajor">From a group of such inputs to the next.</param>
/// <param name="InputMinor">From an input to the next inside it.</param>
/// <param name="Position">From a window position to the next in the packed weights.</param>
/// <param name="Positions">The window positions in the order of use: which, how many belong to phases before, its index in its phase, how many the phase has.</param>
internal sealed record TransposeWeightsKernel(
    int TargetBlocks, int SourceBlocks, int BlocksPerGroup, int Inputs, int Rows, int WeightBlock, int InputBlock, int InputMajor, int InputMinor,
    int Position, EquatableArray<(int Tap, int Before, int Index, int Count)> Positions) : Kernel
{
    public override string Summary => "Weights for the input gradient: output channels in rows, inputs in lanes, window positions in order of use.";

    public override string Tasks => $"{TargetBlocks}";

    protected override string Title => "Conv_Transpose";

    /// <summary>Floats of the result.</summary>
    public long Floats => (long)TargetBlocks * SourceBlocks * Positions.Count * Rows * 16;

    private bool AreWholeBlocks => Rows == 16 && InputBlock == 16 && InputMinor == 16;

    public override bool UsesVectors => !AreWholeBlocks;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line($"ReadOnlySpan<int> positions = [{string.Join(", ", Positions.Select(p => p.Tap))}];");
        writer.Line($"ReadOnlySpan<int> before = [{string.Join(", ", Positions.Select(p => p.Before))}];");
        writer.Line($"ReadOnlySpan<int> indices = [{string.Join(", ", Positions.Select(p => p.Index))}];");
        writer.Line($"ReadOnlySpan<int> counts = [{string.Join(", ", Positions.Select(p => p.Count))}];");
        bool whole = AreWholeBlocks;
        string blocks = sizes["blocks", SourceBlocks], rows = whole ? "16" : sizes["rows", Rows], perGroup = sizes["blocksPerGroup", BlocksPerGroup];
        string inputBlock = whole ? "16" : sizes["inputBlock", InputBlock], inputs = whole ? "" : sizes["inputs", Inputs];
        using (writer.Block("for (int target = begin; target < end; target++)"))
        using (writer.Block($"for (int block = 0; block < {blocks}; block++)"))
        using (writer.Block("for (int i = 0; i < positions.Length; i++)"))
        {
            writer.Line($"float* source = a->W + (nint)(target / {perGroup} * {blocks} + block) * {sizes["weightBlock", WeightBlock]} + positions[i] * {sizes["position", Position]};");
            writer.Line($"float* y = a->Scratch + (((nint)before[i] * {sizes["targets", TargetBlocks]} + (nint)target * counts[i]) * {blocks} + block * counts[i] + indices[i]) * {rows} * 16;");
            if (whole)
            {
                // Inputs that fill up the last block have weights of zero.
                writer.Line($"WeightBlock.Transpose(source + (nint)(target % {perGroup}) * {sizes["inputMajor", InputMajor]}, y);");
                return;
            }

            using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
            {
                writer.Line($"int input = target % {perGroup} * 16 + lane;");
                writer.Line($"float* x = source + (nint)(input / {inputBlock}) * {sizes["inputMajor", InputMajor]} + input % {inputBlock} * {InputMinor};");
                using (writer.Block($"for (int row = 0; row < {rows}; row++)"))
                {
                    writer.Line($"y[row * 16 + lane] = {(Inputs % 16 == 0 ? "x[row]" : $"input < {inputs} ? x[row] : 0f")};");
                }
            }
        }
    }
}
