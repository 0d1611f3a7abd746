using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>
/// Rounds packed dense weights to bfloat16: <c>[output block][pair of inputs][16 outputs][2 inputs]</c>. A vector of pairs becomes two vectors of floats, one for each
/// input, by a shift and a mask, on every instruction set.
/// </summary>
/// <param name="Blocks">Blocks of 16 outputs.</param>
/// <param name="Positions">Groups of inputs that lie together.</param>
/// <param name="Channels">Inputs of a group.</param>
internal sealed record BFloat16WeightsKernel(int Blocks, int Positions, int Channels) : Kernel
{
    public override string Summary => "Dense weights as bfloat16, rounded to nearest even; the two inputs of a pair are the halves of 32 bits, the first one the lower.";

    public override string Tasks => $"{Blocks}";

    protected override string Title => "Dense_BFloat16Weights";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string positions = sizes["positions", Positions], channels = sizes["channels", Channels];
        using (writer.Block("for (int block = begin; block < end; block++)"))
        {
            writer.Line($"float* w = a->W + (nint)block * {positions} * {channels} * 16;");
            writer.Line($"uint* y = (uint*)a->Scratch + (nint)block * {positions} * (({channels} + 1) / 2) * 16;");
            using (writer.Block($"for (int position = 0; position < {positions}; position++, w += {channels} * 16)"))
            using (writer.Block($"for (int input = 0; input < {channels}; input += 2, y += 16)"))
            using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
            {
                writer.Line("V first = Load(w + input * 16 + lane);");
                writer.Line($"V second = input + 1 < {channels} ? Load(w + input * 16 + 16 + lane) : V.Zero;");
                EmitRounding(writer, isa, "first");
                EmitRounding(writer, isa, "second");
                writer.Line("((firstBits >>> 16) | (secondBits & Create(0xFFFF0000u))).Store(y + lane);");
            }
        }
    }

    // Half of the last kept bit, less one where that bit is even. A NaN stays one: the sum would carry into its sign.
    private static void EmitRounding(CodeWriter writer, VectorIsa isa, string value)
    {
        writer.Line($"var {value}Bits = {value}.AsUInt32();");
        writer.Line($"{value}Bits = {isa.Select($"IsNaN({value}).AsUInt32()", $"{value}Bits | Create(0x400000u)", $"{value}Bits + Create(0x7FFFu) + (({value}Bits >>> 16) & Create(1u))")};");
    }
}
