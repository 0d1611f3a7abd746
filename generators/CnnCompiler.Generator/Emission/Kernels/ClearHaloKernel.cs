using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Zeroes the border of a tensor whose memory held something else before.</summary>
internal sealed record ClearHaloKernel(View Target, Halo Halo) : Kernel
{
    public override string Summary => "Zeroes the border around each plane of a tensor: its memory held another one before.";

    public override string Tasks => "p.Count";

    protected override string Title => "ClearHalo";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView y = sizes.Of("y", Target);
        int pixel = Target.Pixel;
        string before = sizes["before", (Halo.Top * Target.Row) + (Halo.Left * pixel)], after = sizes["after", (Halo.Right * pixel) + (Halo.Bottom * Target.Row)];
        string rows = sizes["rows", Target.Height], between = sizes["between", (Halo.Left + Halo.Right) * pixel];
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        using (writer.Block($"for (int block = 0; block < {sizes["planes", Target.Planes]}; block++)"))
        {
            writer.Line($"float* y = {y.At("Y")};");
            writer.Line($"new Span<float>(y - {before}, {before}).Clear();");
            if (Halo.Left + Halo.Right > 0)
            {
                writer.Line("// What lies on the right of a row and on the left of the next.");
                using (writer.Block($"for (int row = 1; row < {rows}; row++)"))
                {
                    writer.Line($"new Span<float>(y + row * {y.Row} - {between}, {between}).Clear();");
                }
            }

            writer.Line($"new Span<float>(y + {rows} * {y.Row} - {between}, {after}).Clear();");
        }
    }
}
