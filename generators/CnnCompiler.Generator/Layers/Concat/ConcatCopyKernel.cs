using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Concat;

/// <summary>
/// Copies a tensor to its channels of a concatenation. Where these do not start with a block of 16, each block of the input falls on two blocks of the output.
/// What lies behind the last channel is overwritten with zeros, until the next tensor follows there.
/// </summary>
/// <param name="X">The tensor.</param>
/// <param name="Y">The concatenation.</param>
/// <param name="First">Its first channel there.</param>
internal sealed record ConcatCopyKernel(View X, View Y, int First) : Kernel
{
    public override string Summary => $"Copies {X.Sizes()} to the channels from {First} of {Y.Sizes()}.";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"Concat_Forward_{X.Sizes()}_{Y.Sizes()}_C{First}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        int shift = First % 16;
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row};");
            writer.Line($"float* y = a->Y + (nint)sample * {Y.Sample} + (nint){First / 16} * {Y.Plane} + row * {Y.Row};");
            using (writer.Block($"for (int block = 0; block < {X.Planes}; block++, x += {X.Plane}, y += {Y.Plane})"))
            {
                if (shift == 0)
                {
                    using (writer.Block($"for (int i = 0; i < {X.Width * 16}; i += {isa.Lanes})"))
                    {
                        writer.Line("Load(x + i).Store(y + i);");
                    }
                }
                else
                {
                    EmitShifted(writer, shift);
                }
            }
        }
    }

    private void EmitShifted(CodeWriter writer, int shift)
    {
        // The last block may end before the border; then nothing falls on a block behind it.
        int left = X.Channels - ((X.Planes - 1) * 16);
        bool overflows = left + shift > 16;
        using (writer.Block($"for (int i = 0; i < {X.Width * 16}; i += 16)"))
        {
            using (writer.Block($"for (int lane = 0; lane < {16 - shift}; lane++)"))
            {
                writer.Line($"y[i + {shift} + lane] = x[i + lane];");
            }

            if (X.Planes == 1 && !overflows)
            {
                return;
            }

            if (!overflows)
            {
                writer.Line($"if (block == {X.Planes - 1})");
                writer.Line("{");
                writer.Line("    continue;");
                writer.Line("}");
                writer.Line();
            }

            writer.Line("// The rest falls on the next block, whose other lanes are zero until something follows.");
            using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
            {
                writer.Line($"y[{Y.Plane} + i + lane] = lane < {shift} ? x[i + {16 - shift} + lane] : 0f;");
            }
        }
    }
}
