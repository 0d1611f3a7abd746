using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Transforms the weights of a Winograd convolution.</summary>
/// <param name="Layer">The readable part of the name.</param>
/// <param name="OutputBlocks">Blocks of 16 outputs.</param>
/// <param name="InputBlocks">Blocks of 16 inputs.</param>
/// <param name="WeightBlock">From the weights of an output block to those of the next.</param>
/// <param name="InputBlock">From the weights of an input block to those of the next.</param>
/// <param name="Position">From the weights of a window position to those of the next.</param>
/// <param name="Turned">Whether the window is turned round, as the gradient by the input takes it.</param>
internal sealed record WinogradWeightsKernel(
    string Layer, int OutputBlocks, int InputBlocks, int WeightBlock, int InputBlock, int Position, bool Turned) : Kernel
{
    public override string Summary => WinogradWeights.Instance.Summary;

    public override string Tasks => $"{OutputBlocks}";

    public override long Workspace => WinogradOutput.Buffer;

    protected override string Title => Layer;

    private int Floats => 36 * InputBlocks * 256;

    public override IEnumerable<Code> Uses(VectorIsa isa) => [WinogradWeights.Instance];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        using (writer.Block("for (int block = begin; block < end; block++)"))
        {
            string start = ProductKernel.Plus(Turned ? 8 * Position : 0);
            writer.Line($"{WinogradWeights.Instance.Name}.{isa.Name}(a->W + (nint)block * {WeightBlock}{start}, {(Turned ? -Position : Position)}, {InputBlock}, {InputBlocks}, a->Scratch + (nint)block * {Floats}, a->Workspace);");
        }
    }
}
