using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>Transforms the weights of a Winograd convolution.</summary>
/// <param name="Tile">The size of a tile.</param>
/// <param name="OutputBlocks">Blocks of 16 outputs.</param>
/// <param name="InputBlocks">Blocks of inputs.</param>
/// <param name="WeightBlock">From the weights of an output block to those of the next.</param>
/// <param name="InputBlock">From the weights of an input block to those of the next.</param>
/// <param name="Position">From the weights of a window position to those of the next: inputs of a block times 16.</param>
/// <param name="Turned">Whether the window is turned round, as the gradient by the input takes it.</param>
internal sealed record WinogradWeightsKernel(WinogradTile Tile, int OutputBlocks, int InputBlocks, int WeightBlock, int InputBlock, int Position, bool Turned) : Kernel
{
    public override string Summary => new WinogradWeights(Tile).Summary;

    public override string Tasks => $"{OutputBlocks}";

    public override long Workspace => Tile.Buffer;

    public override bool UsesVectors => false;

    protected override string Title => "Winograd_Weights";

    private int Floats => Tile.Products * InputBlocks * Position;

    public override IEnumerable<Code> Uses(VectorIsa isa) => [new WinogradWeights(Tile)];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int block = begin; block < end; block++)"))
        {
            string blocks = sizes["inputBlocks", InputBlocks];
            writer.Line($"{new WinogradWeights(Tile).Name}.{isa.Name}(a->W + (nint)block * {sizes["weightBlock", WeightBlock]} + {sizes["firstPosition", Turned ? ((Tile.Window * Tile.Window) - 1) * Position : 0]}, {sizes["position", Turned ? -Position : Position]}, {sizes["inputBlock", InputBlock]}, {blocks}, {sizes["positionFloats", Position]}, a->Scratch + (nint)block * {sizes["transformedBlock", Floats]}, a->Workspace);");
        }
    }
}
