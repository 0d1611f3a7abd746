using System.Globalization;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.BatchNorm;

/// <summary>
/// Joins the moments of all parts of the batch in a fixed order (Chan, Golub, LeVeque 1979), and updates the running statistics, whose variance
/// is the unbiased one. A single value per channel has variance 0.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="Momentum">Weight of the batch in the running statistics.</param>
internal sealed record BatchStatisticsKernel(View X, double Epsilon, double Momentum) : Kernel
{
    public override string Summary => "Mean and 1 / sqrt(variance + epsilon) of each channel over the batch; running statistics.";

    public override string Tasks => $"{Strips.Blocks}";

    public override bool CouplesSamples => true;

    protected override string Title => "BatchNorm_Statistics";

    private BatchStrips Strips => new(X, X);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string blocks = sizes["blocks", Strips.Blocks], channels = sizes["channels", X.Channels], parts = sizes["parts", Strips.Parts];
        using (writer.Block($"for (int channel = begin * 16; channel < Math.Min(end * 16, {channels}); channel++)"))
        {
            writer.Line("double count = 0, mean = 0, squares = 0;");
            using (writer.Block($"for (int part = 0; part < {parts}; part++)"))
            {
                writer.Line($"long samples = (long)a->Count * (part + 1) / {parts} - (long)a->Count * part / {parts};");
                using (writer.Block("if (samples == 0)"))
                {
                    writer.Line("continue;");
                }

                writer.Line();
                writer.Line($"float* moments = a->Scratch + (part * {blocks} + channel / 16) * {BatchStrips.Sums} + channel % 16;");
                writer.Line("double before = count, change = moments[0] - mean;");
                writer.Line($"count += samples * {sizes["positions", Strips.Positions]};");
                writer.Line("mean += change * ((count - before) / count);");
                writer.Line("squares += moments[16] + change * change * (before * (count - before) / count);");
            }

            writer.Line("a->Mean[channel] = (float)mean;");
            writer.Line($"a->InverseDeviation[channel] = (float)(1 / Math.Sqrt(squares / count + {Literal(Epsilon)}));");
            writer.Line($"a->RunningMean[channel] = (float)({Literal(1 - Momentum)} * a->RunningMean[channel] + {Literal(Momentum)} * mean);");
            writer.Line($"a->RunningVariance[channel] = (float)({Literal(1 - Momentum)} * a->RunningVariance[channel] + {Literal(Momentum)} * (squares / Math.Max(count - 1, 1)));");
        }

        writer.Line("// Channels that only fill up the last block stay zero.");
        using (writer.Block($"for (int channel = Math.Max(begin * 16, {channels}); channel < end * 16; channel++)"))
        {
            writer.Line("a->Mean[channel] = a->InverseDeviation[channel] = 0f;");
        }
    }

    private static string Literal(double value) => value.ToString("R", CultureInfo.InvariantCulture) + "d";
}
