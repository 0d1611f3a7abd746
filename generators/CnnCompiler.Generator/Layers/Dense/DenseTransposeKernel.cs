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

    protected override string Title => "Dense_Transpose";

    private int Blocks => (Channels + 15) / 16;

    private int OutputBlocks => (Units + 15) / 16;

    private int Rows => Math.Min(16, Units);

    private bool AreWholeBlocks => Rows == 16 && InputsPerBlock == 16;

    public override bool UsesVectors => !AreWholeBlocks;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string positions = sizes["positions", Positions], outputs = sizes["outputBlocks", OutputBlocks];
        string rows = AreWholeBlocks ? "16" : sizes["rows", Rows], together = AreWholeBlocks ? "16" : sizes["inputsPerBlock", InputsPerBlock];
        using (writer.Block("for (int target = begin; target < end; target++)"))
        {
            writer.Line($"int block = target / {positions}, position = target % {positions};");
            using (writer.Block($"for (int output = 0; output < {outputs}; output++)"))
            {
                writer.Line($"float* y = a->Scratch + ((nint)target * {outputs} + output) * {rows} * 16;");
                if (AreWholeBlocks)
                {
                    // Inputs that fill up the last block have weights of zero.
                    writer.Line($"WeightBlock.Transpose(a->W + (nint)output * {sizes["weightBlock", WeightBlock]} + (nint)block * {sizes["inputMajor", InputMajor]} + position * 256, y);");
                    return;
                }

                using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
                {
                    writer.Line("int input = block * 16 + lane;");
                    writer.Line($"float* x = a->W + (nint)output * {sizes["weightBlock", WeightBlock]} + (nint)(input / {together}) * {sizes["inputMajor", InputMajor]} + input % {together} * 16 + position * {together} * 16;");
                    using (writer.Block($"for (int row = 0; row < {rows}; row++)"))
                    {
                        writer.Line($"y[row * 16 + lane] = {(Channels % 16 == 0 ? "x[row]" : $"input < {sizes["channels", Channels]} ? x[row] : 0f")};");
                    }
                }
            }
        }
    }
}
