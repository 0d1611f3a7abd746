using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Copies the caller's input into a tensor with a halo, or with channels in blocks.</summary>
internal sealed record CopyInKernel(View From, View To) : Kernel
{
    public override string Summary => To.Blocked
        ? $"Interleaves the channels of the {From.Sizes()} input in blocks of 16; missing channels are zero."
        : $"Copies the {From.Sizes()} input into the middle of a zero border.";

    public override string Tasks => "p.Count";

    protected override string Title => "CopyIn_" + From.Sizes();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            if (!To.Blocked)
            {
                using (writer.Block($"for (int channel = 0; channel < {From.Channels}; channel++)"))
                using (writer.Block($"for (int row = 0; row < {From.Height}; row++)"))
                {
                    writer.Line($"float* x = a->X + (nint)sample * {From.Sample} + (nint)channel * {From.Plane} + row * {From.Row};");
                    writer.Line($"float* y = a->Y + (nint)sample * {To.Sample} + (nint)channel * {To.Plane} + row * {To.Row};");
                    writer.Line($"new Span<float>(x, {From.Width}).CopyTo(new Span<float>(y, {From.Width}));");
                }

                return;
            }

            using (writer.Block($"for (int channel = 0; channel < {To.Planes * 16}; channel++)"))
            using (writer.Block($"for (int row = 0; row < {From.Height}; row++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {From.Sample} + (nint)channel * {From.Plane} + row * {From.Row};");
                writer.Line($"float* y = a->Y + (nint)sample * {To.Sample} + (nint)(channel / 16) * {To.Plane} + row * {To.Row} + channel % 16;");
                using (writer.Block($"for (int column = 0; column < {From.Width}; column++)"))
                {
                    writer.Line(From.Channels % 16 == 0 ? "y[column * 16] = x[column];" : $"y[column * 16] = channel < {From.Channels} ? x[column] : 0f;");
                }
            }
        }
    }
}
