using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>
/// Copies packed weights for the input gradient: rows run over output channels, lanes over inputs, window positions in the order in which
/// the phases of the stride use them.
/// </summary>
/// <param name="Layer">The readable part of the name.</param>
/// <param name="TargetBlocks">Blocks of 16 inputs in all.</param>
/// <param name="SourceBlocks">Blocks of output channels that one input block sums over.</param>
/// <param name="BlocksPerGroup">Input blocks of one group of a grouped convolution.</param>
/// <param name="Inputs">Inputs of the layer; lanes beyond are zero.</param>
/// <param name="Rows">Output channels of one source block, at most 16.</param>
/// <param name="WeightBlock">From the weights of an output block to those of the next.</param>
/// <param name="InputBlock">Inputs that lie together in the packed weights.</param>
/// <param name="InputMajor">From a group of such inputs to the next.</param>
/// <param name="InputMinor">From an input to the next inside it.</param>
/// <param name="Positions">Where each window position starts in the packed weights, in the order of use.</param>
/// <param name="PhaseStarts">For each position: where its phase starts in the target and how many positions the phase has.</param>
internal sealed record TransposeWeightsKernel(
    string Layer, int TargetBlocks, int SourceBlocks, int BlocksPerGroup, int Inputs, int Rows, int WeightBlock, int InputBlock, int InputMajor, int InputMinor,
    EquatableArray<int> Positions, EquatableArray<(int Start, int Index, int Count)> PhaseStarts) : Kernel
{
    public override string Summary => "Weights for the input gradient: output channels in rows, inputs in lanes, window positions in order of use.";

    public override string Tasks => $"{TargetBlocks}";

    protected override string Title => Layer;

    /// <summary>Floats of the result.</summary>
    public long Floats => (long)TargetBlocks * SourceBlocks * Positions.Count * Rows * 16;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        writer.Line($"ReadOnlySpan<int> positions = [{string.Join(", ", Positions)}];");
        writer.Line($"ReadOnlySpan<int> starts = [{string.Join(", ", System.Linq.Enumerable.Select(PhaseStarts, p => p.Start))}];");
        writer.Line($"ReadOnlySpan<int> indices = [{string.Join(", ", System.Linq.Enumerable.Select(PhaseStarts, p => p.Index))}];");
        writer.Line($"ReadOnlySpan<int> counts = [{string.Join(", ", System.Linq.Enumerable.Select(PhaseStarts, p => p.Count))}];");
        using (writer.Block("for (int target = begin; target < end; target++)"))
        using (writer.Block($"for (int block = 0; block < {SourceBlocks}; block++)"))
        using (writer.Block($"for (int i = 0; i < {Positions.Count}; i++)"))
        {
            writer.Line($"float* source = a->W + (nint)({(BlocksPerGroup < TargetBlocks ? $"target / {BlocksPerGroup} * {SourceBlocks} + " : "")}block) * {WeightBlock} + positions[i];");
            writer.Line($"float* y = a->Scratch + starts[i] + (((nint)target * {SourceBlocks} + block) * counts[i] + indices[i]) * {Rows * 16};");
            using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
            {
                string input = BlocksPerGroup < TargetBlocks ? $"target % {BlocksPerGroup} * 16 + lane" : "target * 16 + lane";
                writer.Line($"int input = {input};");
                writer.Line($"float* x = source + (nint)(input / {InputBlock}) * {InputMajor} + input % {InputBlock} * {InputMinor};");
                using (writer.Block($"for (int row = 0; row < {Rows}; row++)"))
                {
                    writer.Line($"y[row * 16 + lane] = {(Inputs % 16 == 0 ? "x[row]" : $"input < {Inputs} ? x[row] : 0f")};");
                }
            }
        }
    }
}
