using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.Dense;

/// <summary>Copies dense weights to <c>[block of channels and position][output block][output][16 channels]</c> for the input gradient.</summary>
internal sealed record DenseTransposeKernel(int Units, int Channels, int Positions, int WeightBlock, int InputsPerBlock, int InputMajor) : Kernel
{
    public override string Summary => "Weights for the input gradient: outputs in rows, inputs in lanes.";

    public override string Tasks => $"{Blocks * Positions}";

    /// <summary>Floats of the result.</summary>
    public long Floats => (long)Blocks * Positions * OutputBlocks * Rows * 16;

    protected override string Title => $"Dense_Transpose_{Channels}x{Positions}_{Units}";

    private int Blocks => (Channels + 15) / 16;

    private int OutputBlocks => (Units + 15) / 16;

    private int Rows => Math.Min(16, Units);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int target = begin; target < end; target++)"))
        {
            writer.Line($"int block = target / {Positions}, position = target % {Positions};");
            using (writer.Block($"for (int output = 0; output < {OutputBlocks}; output++)"))
            {
                writer.Line($"float* y = a->Scratch + ((nint)target * {OutputBlocks} + output) * {Rows * 16};");
                using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
                {
                    writer.Line("int input = block * 16 + lane;");
                    writer.Line($"float* x = a->W + (nint)output * {WeightBlock} + (nint)(input / {InputsPerBlock}) * {InputMajor} + input % {InputsPerBlock} * 16 + position * {InputsPerBlock * 16};");
                    using (writer.Block($"for (int row = 0; row < {Rows}; row++)"))
                    {
                        writer.Line($"y[row * 16 + lane] = {(Channels % 16 == 0 ? "x[row]" : $"input < {Channels} ? x[row] : 0f")};");
                    }
                }
            }
        }
    }
}
