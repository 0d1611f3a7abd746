using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Winners;

/// <summary>Copies weights for the input gradient at winners: <c>[filter][window position][inputs]</c>, inputs filled up to whole vectors.</summary>
/// <param name="DX">The gradient by the input.</param>
/// <param name="Filters">Filters.</param>
/// <param name="Positions">Window positions.</param>
/// <param name="InputBlocks">Groups of inputs that lie together in the weights.</param>
/// <param name="InputBlock">Inputs of such a group.</param>
internal sealed record WinnerWeightsKernel(View DX, int Filters, int Positions, int InputBlocks, int InputBlock) : Kernel
{
    public override string Summary => "Weights for the input gradient at winners: window positions of one filter after the other, inputs in lanes.";

    public override string Tasks => $"{Filters}";

    protected override string Title => "Conv_WinnerWeights";

    /// <summary>Floats of the result.</summary>
    public long Floats => (long)Filters * Positions * DX.Planes * 16;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string positions = sizes["positions", Positions], block = sizes["inputBlock", InputBlock], inputs = sizes["inputs", DX.Channels];
        using (writer.Block("for (int filter = begin; filter < end; filter++)"))
        using (writer.Block($"for (int position = 0; position < {positions}; position++)"))
        {
            writer.Line($"float* w = a->W + (nint)(filter / 16) * {sizes["weightBlock", InputBlocks * InputBlock * Positions * 16]} + position * {block} * 16 + filter % 16;");
            writer.Line($"float* target = a->Scratch + (filter * {positions} + position) * {DX.FilledChannels(isa)};");
            using (writer.Block($"for (int input = 0; input < {DX.FilledChannels(isa)}; input++)"))
            {
                writer.Line($"target[input] = input < {inputs} ? w[(input / {block} * {positions} * {block} + input % {block}) * 16] : 0f;");
            }
        }
    }
}
