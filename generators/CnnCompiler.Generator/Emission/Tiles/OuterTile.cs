using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// The register tile of every weight gradient: some inputs times some vectors of output channels, summed over pixels (or samples) as outer
/// products.
/// </summary>
/// <param name="Variant">The instruction set that the tile was planned for.</param>
/// <param name="Offsets">The inputs, relative to the pixel's; one row of 16 gradients each.</param>
/// <param name="Vectors">Vectors of output channels.</param>
/// <param name="InputPixel">From the input of a pixel to that of the next.</param>
/// <param name="OutputPixel">From the output gradient of a pixel to that of the next.</param>
/// <param name="Adds">Whether the sums start at what the gradient holds, or at zero.</param>
internal sealed record OuterTile(string Variant, EquatableArray<int> Offsets, int Vectors, int InputPixel, int OutputPixel, bool Adds = true) : Code
{
    private const int Unroll = 2;

    public override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "Register tile: {0} inputs x {1} vectors of output channels, summed over pixels.", Offsets.Count, Vectors);

    protected override string Title => string.Format(CultureInfo.InvariantCulture, "Outer_K{0}V{1}_{2}", Offsets.Count, Vectors, Variant);

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        int blocks = ((Vectors - 1) / isa.VectorsPerBlock) + 1;
        writer.Line("/// <summary>Adds the products of <paramref name=\"lines\"/> lines of <paramref name=\"pixels\"/> pixels.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* x, float* dy, float* dw, nint pixels, nint lines, nint xLine, nint dyLine, nint dyBlock, nint dwBlock)"))
        {
            for (int block = 1; block < blocks; block++)
            {
                writer.Line($"float* dw{block} = dw + {(block == 1 ? "" : $"{block} * ")}dwBlock;");
            }

            foreach ((int k, int v) in Cells())
            {
                writer.Line($"V acc_k{k}_v{v} = {(Adds ? $"Load({Target(isa, k, v)})" : "V.Zero")};");
            }

            writer.Line("V x0;");
            using (writer.Block("for (; lines > 0; lines--)"))
            {
                writer.Line("float* input = x;");
                writer.Line("float* output = dy;");
                for (int block = 1; block < blocks; block++)
                {
                    writer.Line($"float* output{block} = dy + {(block == 1 ? "" : $"{block} * ")}dyBlock;");
                }

                writer.Line("nint left = pixels;");
                using (writer.Block($"for (; left >= {Unroll}; left -= {Unroll})"))
                {
                    for (int pixel = 0; pixel < Unroll; pixel++)
                    {
                        EmitPixel(writer, isa, pixel, pixel == 0);
                    }

                    EmitSteps(writer, blocks, Unroll);
                }

                using (writer.Block("for (; left > 0; left--)"))
                {
                    EmitPixel(writer, isa, 0, true);
                    EmitSteps(writer, blocks, 1);
                }

                writer.Line("x += xLine;");
                writer.Line("dy += dyLine;");
            }

            foreach ((int k, int v) in Cells())
            {
                writer.Line($"acc_k{k}_v{v}.Store({Target(isa, k, v)});");
            }
        }
    }

    private void EmitPixel(CodeWriter writer, VectorIsa isa, int pixel, bool declares)
    {
        writer.Line(string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
        {
            string output = v < isa.VectorsPerBlock ? "output" : $"output{v / isa.VectorsPerBlock}";
            return $"{(declares ? "V " : "")}dy_v{v} = Load({output} + {(pixel * OutputPixel) + (v % isa.VectorsPerBlock * isa.Lanes)});";
        })));
        for (int k = 0; k < Offsets.Count; k++)
        {
            string sums = string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
                $"acc_k{k}_v{v} = {isa.MultiplyAdd("x0", $"dy_v{v}", $"acc_k{k}_v{v}")};"));
            writer.Line($"x0 = Create(input[{(pixel * InputPixel) + Offsets[k]}]); {sums}");
        }
    }

    private void EmitSteps(CodeWriter writer, int blocks, int pixels)
    {
        writer.Line($"input += {pixels * InputPixel};");
        writer.Line($"output += {pixels * OutputPixel};");
        for (int block = 1; block < blocks; block++)
        {
            writer.Line($"output{block} += {pixels * OutputPixel};");
        }
    }

    private static string Target(VectorIsa isa, int k, int v) =>
        $"{(v < isa.VectorsPerBlock ? "dw" : $"dw{v / isa.VectorsPerBlock}")} + {(16 * k) + (v % isa.VectorsPerBlock * isa.Lanes)}";

    private IEnumerable<(int Input, int Vector)> Cells() =>
        from k in Enumerable.Range(0, Offsets.Count) from v in Enumerable.Range(0, Vectors) select (k, v);
}
