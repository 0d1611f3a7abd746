using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>
/// Mean and sum of squared deviations of each channel of each sample. Means are relative to the channel's first pixel, and a strip is centred on its own
/// mean before it is joined to those before (Chan, Golub, LeVeque 1979), so that a mean far from zero costs no digits.
/// </summary>
/// <param name="X">The input.</param>
internal sealed record ChannelMomentsKernel(View X) : Kernel
{
    /// <summary>Floats that a block of 16 channels of a sample takes.</summary>
    public const int Floats = 32;

    public override string Summary => $"Mean, relative to the first pixel, and squared deviations of each channel of each sample of {X.Sizes()}.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"SampleNorm_Moments_{X.Sizes()}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            writer.Line($"float* sums = a->Scratch + (nint)task * {Floats}, first = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane};");
            writer.Line($"new Span<float>(sums, {Floats}).Clear();");
            writer.Line("float count = 0f;");
            new PlaneStrips(X, X).Emit(writer, readsGradient: false, readsGain: false, () =>
            {
                writer.Line("count += pixels;");
                writer.Line("float share = pixels / count, weight = (count - pixels) * share;");
                using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                {
                    EmitStrip(writer, isa);
                }
            });
        }
    }

    private static void EmitStrip(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("// The mean of the strip.");
        writer.Line("int i;");
        writer.Line("V pivot = Load(first + lane), sum0 = V.Zero, sum1 = V.Zero, sum2 = V.Zero, sum3 = V.Zero;");
        PlaneStrips.EmitPixels(writer, (at, sum) => $"sum{sum} += Load(x + {at}) - pivot;");
        writer.Line("V mean = ((sum0 + sum1) + (sum2 + sum3)) * (1f / pixels);");
        writer.Line("// Squared deviations from it.");
        writer.Line("V square0 = V.Zero, square1 = V.Zero, square2 = V.Zero, square3 = V.Zero, deviation;");
        PlaneStrips.EmitPixels(writer, (at, sum) =>
            $"deviation = Load(x + {at}) - pivot - mean; square{sum} = {isa.MultiplyAdd("deviation", "deviation", $"square{sum}")};");
        writer.Line("// Join it to the strips before.");
        writer.Line("V change = mean - Load(sums + lane);");
        writer.Line("V deviations = Load(sums + 16 + lane) + ((square0 + square1) + (square2 + square3));");
        writer.Line($"{isa.MultiplyAdd("change", "Create(share)", "Load(sums + lane)")}.Store(sums + lane);");
        writer.Line($"{isa.MultiplyAdd("change * change", "Create(weight)", "deviations")}.Store(sums + 16 + lane);");
    }
}
