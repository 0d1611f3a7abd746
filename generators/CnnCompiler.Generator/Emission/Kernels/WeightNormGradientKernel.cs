using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>
/// The gradients of a normalised weight: with u = direction / |direction| and G the gradient by the weight, that by the length is the product of G
/// and u, and that by the direction length / |direction| times what of G is orthogonal to u.
/// </summary>
/// <param name="Blocks">Blocks of 16 outputs.</param>
/// <param name="Rows">Rows of 16 weights of a block: inputs times window positions.</param>
internal sealed record WeightNormGradientKernel(int Blocks, int Rows) : Kernel
{
    public override string Summary => "Gradients by weight_v and weight_g, given the gradient by weight_g * weight_v / |weight_v|.";

    public override string Tasks => $"{Blocks}";

    protected override string Title => "WeightNorm_Gradient";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string rows = sizes["rows", Rows];
        using (writer.Block("for (int block = begin; block < end; block++)"))
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line($"nint first = (nint)block * {rows} * 16 + lane;");
            writer.Line("float* direction = a->X + first, gradient = a->DY + first, target = a->DW + first;");
            writer.Line("V sum = V.Zero;");
            using (writer.Block($"for (nint row = 0; row < {rows}; row++)"))
            {
                writer.Line($"sum = {isa.MultiplyAdd("Load(gradient + row * 16)", "Load(direction + row * 16)", "sum")};");
            }

            writer.Line();
            writer.Line("// Lanes beyond the last output hold no gradient: theirs is zero.");
            writer.Line("V inverse = Load(a->InverseDeviation + block * 16 + lane), used = GreaterThan(inverse, V.Zero);");
            writer.Line($"V length = {isa.Select("used", "sum * inverse", "V.Zero")}, value;");
            writer.Line("length.Store(a->DBias + block * 16 + lane);");
            writer.Line("V scale = Load(a->Gain + block * 16 + lane) * inverse, along = length * inverse;");
            using (writer.Block($"for (nint row = 0; row < {rows}; row++)"))
            {
                writer.Line("value = scale * (Load(gradient + row * 16) - Load(direction + row * 16) * along);");
                writer.Line($"{isa.Select("used", "value", "V.Zero")}.Store(target + row * 16);");
            }
        }
    }
}
