using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Zeroes the border of a tensor whose memory held something else before.</summary>
internal sealed record ClearHaloKernel(View Target, Halo Halo) : Kernel
{
    public override string Summary => $"Zeroes the border around each plane of a {Target.Sizes()} tensor: its memory held another tensor before.";

    public override string Tasks => "p.Count";

    protected override string Title => "ClearHalo_" + Target.Sizes();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        int pixel = Target.Pixel;
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        using (writer.Block($"for (int plane = 0; plane < {Target.Planes}; plane++)"))
        {
            writer.Line($"float* y = a->Y + (nint)sample * {Target.Sample} + (nint)plane * {Target.Plane} - {(Halo.Top * Target.Row) + (Halo.Left * pixel)};");
            if (Halo.Top > 0)
            {
                writer.Line($"new Span<float>(y, {Halo.Top * Target.Row}).Clear();");
            }

            if (Halo.Bottom > 0)
            {
                writer.Line($"new Span<float>(y + {(Halo.Top + Target.Height) * Target.Row}, {Halo.Bottom * Target.Row}).Clear();");
            }

            if (Halo.Left + Halo.Right > 0)
            {
                using (writer.Block($"for (int row = {Halo.Top}; row < {Halo.Top + Target.Height}; row++)"))
                {
                    writer.Line($"new Span<float>(y + row * {Target.Row}, {Halo.Left * pixel}).Clear();");
                    writer.Line($"new Span<float>(y + row * {Target.Row} + {(Halo.Left + Target.Width) * pixel}, {Halo.Right * pixel}).Clear();");
                }
            }
        }
    }
}
