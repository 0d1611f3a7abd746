using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>weight = length * direction / |direction| for each output; outputs lie in lanes, so a norm is a sum over rows.</summary>
/// <param name="Blocks">Blocks of 16 outputs.</param>
/// <param name="Rows">Rows of 16 weights of a block: inputs times window positions.</param>
internal sealed record WeightNormKernel(int Blocks, int Rows) : Kernel
{
    public override string Summary => "weight = weight_g * weight_v / |weight_v|, the norm over all weights of an output; keeps 1 / |weight_v|.";

    public override string Tasks => $"{Blocks}";

    protected override string Title => "WeightNorm";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string rows = sizes["rows", Rows];
        using (writer.Block("for (int block = begin; block < end; block++)"))
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line($"float* direction = a->X + (nint)block * {rows} * 16 + lane;");
            writer.Line($"float* weight = a->W + (nint)block * {rows} * 16 + lane;");
            writer.Line("V sum = V.Zero, v;");
            using (writer.Block($"for (nint row = 0; row < {rows}; row++)"))
            {
                writer.Line("v = Load(direction + row * 16);");
                writer.Line($"sum = {isa.MultiplyAdd("v", "v", "sum")};");
            }

            writer.Line();
            writer.Line("// Lanes beyond the last output are zero and stay so.");
            writer.Line($"V inverse = {isa.Select("GreaterThan(sum, V.Zero)", "V.One / Sqrt(sum)", "V.Zero")};");
            writer.Line("inverse.Store(a->InverseDeviation + block * 16 + lane);");
            writer.Line("V scale = Load(a->Gain + block * 16 + lane) * inverse;");
            using (writer.Block($"for (nint row = 0; row < {rows}; row++)"))
            {
                writer.Line("(Load(direction + row * 16) * scale).Store(weight + row * 16);");
            }
        }
    }
}
