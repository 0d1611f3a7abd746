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
    public override string Summary => "Copies a tensor to its channels of a concatenation.";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => "Concat_Forward" + (First % 16 == 0 ? "" : $"_C{First % 16}");

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int shift = First % 16;
        SizedView x = sizes.Of("x", X), y = sizes.Of("y", Y);
        string rows = sizes["rows", X.Height], length = sizes["length", X.Width * 16];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {rows}, row = task % {rows};");
            writer.Line($"float* x = a->X + (nint)sample * {x.Sample} + row * {x.Row};");
            writer.Line($"float* y = a->Y + (nint)sample * {y.Sample} + (nint){sizes["firstBlock", First / 16]} * {y.Plane} + row * {y.Row};");
            using (writer.Block($"for (int block = 0; block < {sizes["blocks", X.Planes]}; block++, x += {x.Plane}, y += {y.Plane})"))
            {
                if (shift == 0)
                {
                    using (writer.Block($"for (int i = 0; i < {length}; i += {isa.Lanes})"))
                    {
                        writer.Line("Load(x + i).Store(y + i);");
                    }
                }
                else
                {
                    EmitShifted(writer, sizes, shift);
                }
            }
        }
    }

    private void EmitShifted(CodeWriter writer, Sizes sizes, int shift)
    {
        // The last block may end before the border; then nothing falls on a block behind it.
        int left = X.Channels - ((X.Planes - 1) * 16);
        bool overflows = left + shift > 16;
        using (writer.Block($"for (int i = 0; i < {sizes["length", X.Width * 16]}; i += 16)"))
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
                writer.Line($"if (block == {sizes["blocks", X.Planes]} - 1)");
                writer.Line("{");
                writer.Line("    continue;");
                writer.Line("}");
                writer.Line();
            }

            writer.Line("// The rest falls on the next block, whose other lanes are zero until something follows.");
            using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
            {
                writer.Line($"y[{sizes.Of("y", Y).Plane} + i + lane] = lane < {shift} ? x[i + {16 - shift} + lane] : 0f;");
            }
        }
    }
}
