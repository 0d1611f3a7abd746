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
/// <param name="Adds">Whether the sums start at what the gradient holds, or at zero.</param>
internal sealed record OuterTile(string Variant, EquatableArray<int> Offsets, int Vectors, bool Adds = true) : Code
{
    public override string Summary =>
        string.Format(CultureInfo.InvariantCulture, "Register tile: {0} inputs x {1} vectors of output channels, summed over pixels.", Offsets.Count, Vectors);

    protected override string Title => string.Format(CultureInfo.InvariantCulture, "Outer_K{0}V{1}_{2}", Offsets.Count, Vectors, Variant);

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => isa.Name == Variant);

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        int blocks = ((Vectors - 1) / isa.VectorsPerBlock) + 1;
        writer.Line("/// <summary>Adds the products of <paramref name=\"lines\"/> lines of <paramref name=\"pixels\"/> pixels, which are xPixel and dyPixel apart.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block("public static void Run(float* x, float* dy, float* dw, nint pixels, nint lines, nint xPixel, nint dyPixel, nint xLine, nint dyLine, nint dyBlock, nint dwBlock)"))
        {
            for (int block = 1; block < blocks; block++)
            {
                writer.Line($"float* dw{block} = dw + {(block == 1 ? "" : $"{block} * ")}dwBlock;");
            }

            writer.Wrap("V ", Cells().Select(cell => $"acc_k{cell.Input}_v{cell.Vector} = {(Adds ? $"Load({Target(isa, cell.Input, cell.Vector)})" : "V.Zero")}"), ", ", ";");

            writer.Line("V x0;");
            using (writer.Block("for (; lines > 0; lines--)"))
            {
                writer.Line("float* input = x, output = dy;");
                writer.Line("nint left = pixels;");
                using (writer.Block("for (; left >= 2; left -= 2)"))
                {
                    writer.Line("float* nextInput = input + xPixel, nextOutput = output + dyPixel;");
                    EmitPixel(writer, isa, "input", "output", true);
                    EmitPixel(writer, isa, "nextInput", "nextOutput", false);
                    writer.Line("input = nextInput + xPixel;");
                    writer.Line("output = nextOutput + dyPixel;");
                }

                using (writer.Block("if (left > 0)"))
                {
                    EmitPixel(writer, isa, "input", "output", true);
                }

                writer.Line("x += xLine;");
                writer.Line("dy += dyLine;");
            }

            writer.Wrap("", Cells().Select(cell => $"acc_k{cell.Input}_v{cell.Vector}.Store({Target(isa, cell.Input, cell.Vector)});"), " ", "", "");
        }
    }

    private void EmitPixel(CodeWriter writer, VectorIsa isa, string input, string output, bool declares)
    {
        writer.Line(string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
        {
            int block = v / isa.VectorsPerBlock, lane = v % isa.VectorsPerBlock * isa.Lanes;
            string pointer = block == 0 ? output : $"{output} + {(block == 1 ? "" : $"{block} * ")}dyBlock";
            return $"{(declares ? "V " : "")}dy_v{v} = Load({pointer}{ProductKernel.Plus(lane)});";
        })));
        writer.Wrap("", Offsets.Select((offset, k) => $"x0 = Create({input}[{offset}]); " + string.Join(" ", Enumerable.Range(0, Vectors).Select(v =>
            $"acc_k{k}_v{v} = {isa.MultiplyAdd("x0", $"dy_v{v}", $"acc_k{k}_v{v}")};"))), " ", "", "");
    }

    private static string Target(VectorIsa isa, int k, int v) =>
        $"{(v < isa.VectorsPerBlock ? "dw" : $"dw{v / isa.VectorsPerBlock}")} + {(16 * k) + (v % isa.VectorsPerBlock * isa.Lanes)}";

    private IEnumerable<(int Input, int Vector)> Cells() =>
        from k in Enumerable.Range(0, Offsets.Count) from v in Enumerable.Range(0, Vectors) select (k, v);
}
