using System.Globalization;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Conv;

/// <summary>
/// Copies the pixels that a strided convolution of a single pixel sees, side by side: every block of filters reads them again, and reads a map without gaps a
/// fifth faster.
/// </summary>
/// <param name="From">What is read.</param>
/// <param name="To">What is written.</param>
/// <param name="StrideHeight">Rows from one that is copied to the next.</param>
/// <param name="StrideWidth">Columns from one that is copied to the next.</param>
internal sealed record SubsampleKernel(View From, View To, int StrideHeight, int StrideWidth) : Kernel
{
    public override string Summary => "Copies the pixels that a strided window of one pixel sees, side by side.";

    public override string Tasks => string.Format(CultureInfo.InvariantCulture, "{0} * p.Count", From.Planes);

    protected override string Title => "Subsample";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView x = sizes.Of("x", From), y = sizes.Of("y", To);
        string blocks = sizes["blocks", From.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            using (writer.Block($"for (int row = 0; row < {sizes["rows", To.Height]}; row++)"))
            {
                writer.Line($"float* x = {x.At("X")} + row * {sizes["rowStep", StrideHeight * From.Row]};");
                writer.Line($"float* y = {y.RowAt("Y")};");
                using (writer.Block($"for (int column = 0; column < {sizes["columns", To.Width]}; column++, x += {sizes["columnStep", StrideWidth * From.Pixel]}, y += 16)"))
                {
                    for (int lane = 0; lane < VectorIsa.Block; lane += isa.Lanes)
                    {
                        string at = lane == 0 ? "" : $" + {lane}";
                        writer.Line($"Load(x{at}).Store(y{at});");
                    }
                }
            }
        }
    }
}
