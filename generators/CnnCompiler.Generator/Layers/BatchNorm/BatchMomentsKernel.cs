using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.BatchNorm;

/// <summary>
/// Mean and sum of squared deviations of each channel over a part of the batch. A strip is centred on its own mean while it is in the cache, then
/// joined to those before (Chan, Golub, LeVeque 1979), so that a mean far from zero costs no digits.
/// </summary>
/// <param name="X">The input.</param>
internal sealed record BatchMomentsKernel(View X) : Kernel
{
    public override string Summary => "Mean and squared deviations of each channel, over parts of the batch.";

    public override string Tasks => $"{Strips.Tasks}";

    protected override string Title => "BatchNorm_Moments";

    private BatchStrips Strips => new(X, X);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes) => Strips.Emit(writer, sizes, readsGradient: false, "double count = 0;", () =>
    {
        writer.Line($"count += {(Strips.IsPixel ? "1" : "pixels")};");
        writer.Line($"float share = (float)({(Strips.IsPixel ? "1" : "pixels")} / count), weight = (float)(count - {(Strips.IsPixel ? "1" : "pixels")}) * share;");
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            if (Strips.IsPixel)
            {
                writer.Line("V change = Load(x + lane) - Load(sums + lane);");
                writer.Line("V deviations = Load(sums + 16 + lane);");
            }
            else
            {
                EmitStrip(writer, isa);
            }

            writer.Line("// Join it to the strips before.");
            writer.Line($"{isa.MultiplyAdd("change", "Create(share)", "Load(sums + lane)")}.Store(sums + lane);");
            writer.Line($"{isa.MultiplyAdd("change * change", "Create(weight)", "deviations")}.Store(sums + 16 + lane);");
        }
    });

    private static void EmitStrip(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("// The mean of the strip.");
        writer.Line("int i;");
        writer.Line("V sum0 = V.Zero, sum1 = V.Zero, sum2 = V.Zero, sum3 = V.Zero;");
        BatchStrips.EmitPixels(writer, (at, sum) => $"sum{sum} += Load(x + {at});");
        writer.Line("V mean = ((sum0 + sum1) + (sum2 + sum3)) * (1f / pixels);");
        writer.Line("// Squared deviations from it.");
        writer.Line("V square0 = V.Zero, square1 = V.Zero, square2 = V.Zero, square3 = V.Zero, deviation;");
        BatchStrips.EmitPixels(writer, (at, sum) =>
            $"deviation = Load(x + {at}) - mean; square{sum} = {isa.MultiplyAdd("deviation", "deviation", $"square{sum}")};");
        writer.Line("V deviations = Load(sums + 16 + lane) + ((square0 + square1) + (square2 + square3));");
        writer.Line("V change = mean - Load(sums + lane);");
    }
}
