using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Copies the caller's input into a tensor with a halo, or with channels in blocks.</summary>
internal sealed record CopyInKernel(View From, View To) : Kernel
{
    public override string Summary => To.Blocked
        ? "Interleaves the channels of the input in blocks of 16; missing channels are zero."
        : "Copies the input into the middle of a zero border.";

    public override string Tasks => "p.Count";

    protected override string Title => To.Blocked ? "CopyIn_Blocks" : "CopyIn_Planes";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView x = sizes.Of("x", From), y = sizes.Of("y", To);
        string channels = sizes["channels", From.Channels], rows = sizes["rows", From.Height], width = sizes["width", From.Width];
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            if (!To.Blocked)
            {
                using (writer.Block($"for (int block = 0; block < {channels}; block++)"))
                using (writer.Block($"for (int row = 0; row < {rows}; row++)"))
                {
                    writer.Line($"new Span<float>({x.RowAt("X")}, {width}).CopyTo(new Span<float>({y.RowAt("Y")}, {width}));");
                }

                return;
            }

            using (writer.Block($"for (int channel = 0; channel < {sizes["blocks", To.Planes]} * 16; channel++)"))
            using (writer.Block($"for (int row = 0; row < {rows}; row++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {x.Sample} + (nint)channel * {x.Plane} + row * {x.Row};");
                writer.Line($"float* y = a->Y + (nint)sample * {y.Sample} + (nint)(channel / 16) * {y.Plane} + row * {y.Row} + channel % 16;");
                using (writer.Block($"for (int column = 0; column < {width}; column++)"))
                {
                    writer.Line(From.Channels % 16 == 0 ? "y[column * 16] = x[column];" : $"y[column * 16] = channel < {channels} ? x[column] : 0f;");
                }
            }
        }
    }
}
