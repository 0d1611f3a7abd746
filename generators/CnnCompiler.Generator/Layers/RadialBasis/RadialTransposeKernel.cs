using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.RadialBasis;

/// <summary>Copies the vectors to <c>[block of channels, row, column][unit][16 channels]</c> for the gradient by the input.</summary>
/// <param name="Packing">The vectors in memory.</param>
internal sealed record RadialTransposeKernel(RadialPacking Packing) : Kernel
{
    public override string Summary => "Vectors for the gradient by the input: units in rows, channels in lanes.";

    public override string Tasks => $"{Packing.Positions}";

    /// <summary>Floats of the result.</summary>
    public long Floats => (long)Packing.Positions * Packing.Units * 16;

    protected override string Title => $"RadialBasis_Transpose_{Packing.Input}_{Packing.Units}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int position = begin; position < end; position++)"))
        using (writer.Block($"for (int unit = 0; unit < {Packing.Units}; unit++)"))
        {
            writer.Line($"float* target = a->Scratch + ((nint)position * {Packing.Units} + unit) * 16;");
            writer.Line($"float* source = a->W + (nint)(unit / 16) * {Packing.BlockFloats} + (nint)position * {Packing.Channels * 16} + unit % 16;");
            using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
            {
                writer.Line(Packing.Channels == 16 ? "target[lane] = source[lane * 16];" : $"target[lane] = lane < {Packing.Channels} ? source[lane * 16] : 0f;");
            }
        }
    }
}
