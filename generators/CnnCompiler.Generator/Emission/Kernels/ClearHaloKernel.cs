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
        string before = sizes["before", (Halo.Top * Target.Row) + (Halo.Left * pixel)], rows = sizes["rows", Target.Height];
        string above = sizes["above", Halo.Top * Target.Row], below = sizes["below", Halo.Bottom * Target.Row];
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        using (writer.Block($"for (int block = 0; block < {sizes["planes", Target.Planes]}; block++)"))
        {
            writer.Line($"float* y = {y.At("Y")} - {before};");
            writer.Line($"new Span<float>(y, {above}).Clear();");
            writer.Line($"new Span<float>(y + {above} + {rows} * {y.Row}, {below}).Clear();");
            if (Halo.Left + Halo.Right > 0)
            {
                writer.Line($"y += {above};");
                using (writer.Block($"for (int row = 0; row < {rows}; row++, y += {y.Row})"))
                {
                    writer.Line($"new Span<float>(y, {sizes["left", Halo.Left * pixel]}).Clear();");
                    writer.Line($"new Span<float>(y + {y.Row} - {sizes["right", Halo.Right * pixel]}, {sizes["right", Halo.Right * pixel]}).Clear();");
                }
            }
        }
    }
}
