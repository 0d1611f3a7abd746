using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Transforms the weights of a Winograd convolution.</summary>
/// <param name="OutputBlocks">Blocks of 16 outputs.</param>
/// <param name="InputBlocks">Blocks of 16 inputs.</param>
/// <param name="WeightBlock">From the weights of an output block to those of the next.</param>
/// <param name="InputBlock">From the weights of an input block to those of the next.</param>
/// <param name="Position">From the weights of a window position to those of the next.</param>
/// <param name="Turned">Whether the window is turned round, as the gradient by the input takes it.</param>
internal sealed record WinogradWeightsKernel(int OutputBlocks, int InputBlocks, int WeightBlock, int InputBlock, int Position, bool Turned) : Kernel
{
    public override string Summary => WinogradWeights.Instance.Summary;

    public override string Tasks => $"{OutputBlocks}";

    public override long Workspace => WinogradOutput.Buffer;

    public override bool UsesVectors => false;

    protected override string Title => "Winograd_Weights";

    private int Floats => 36 * InputBlocks * 256;

    public override IEnumerable<Code> Uses(VectorIsa isa) => [WinogradWeights.Instance];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int block = begin; block < end; block++)"))
        {
            string blocks = sizes["inputBlocks", InputBlocks];
            writer.Line($"{WinogradWeights.Instance.Name}.{isa.Name}(a->W + (nint)block * {sizes["weightBlock", WeightBlock]} + {sizes["firstPosition", Turned ? 8 * Position : 0]}, {sizes["position", Turned ? -Position : Position]}, {sizes["inputBlock", InputBlock]}, {blocks}, a->Scratch + (nint)block * {sizes["transformedBlock", Floats]}, a->Workspace);");
        }
    }
}
