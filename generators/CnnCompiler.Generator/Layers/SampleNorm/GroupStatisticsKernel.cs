using System.Globalization;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>
/// Joins the moments of the channels of a group, and leaves for every channel the mean, what rounding took from it, and 1 / sqrt(variance + epsilon).
/// A group may begin and end anywhere in a block of 16 channels.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="Group">Channels of a group.</param>
/// <param name="Epsilon">Added to the variance.</param>
internal sealed record GroupStatisticsKernel(View X, int Group, double Epsilon) : Kernel
{
    /// <summary>Floats that a block of 16 channels of a sample takes.</summary>
    public const int Floats = 48;

    public override string Summary => $"Mean and 1 / sqrt(variance + epsilon) of {X.Channels / Group} groups of {Group} channels of each sample.";

    public override string Tasks => "p.Count";

    protected override string Title => $"SampleNorm_Statistics_{X.Sizes()}_G{Group}";

    private bool IsPixel => X.Height * X.Width == 1;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string mean = $"x[(nint)(channel / 16) * {X.Plane} + channel % 16]" + (IsPixel ? "" : $" + (double)moments[channel / 16 * {ChannelMomentsKernel.Floats} + channel % 16]");
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample}, statistics = a->Mean + (nint)sample * {X.Planes * Floats};");
            if (!IsPixel)
            {
                writer.Line($"float* moments = a->Scratch + (nint)sample * {X.Planes * ChannelMomentsKernel.Floats};");
            }

            using (writer.Block($"for (int first = 0; first < {X.Channels}; first += {Group})"))
            {
                writer.Line("double sum = 0, squares = 0;");
                using (writer.Block($"for (int channel = first; channel < first + {Group}; channel++)"))
                {
                    writer.Line($"sum += {mean};");
                }

                writer.Line($"double mean = sum / {Group};");
                using (writer.Block($"for (int channel = first; channel < first + {Group}; channel++)"))
                {
                    writer.Line($"double change = {mean} - mean;");
                    writer.Line(IsPixel
                        ? "squares += change * change;"
                        : $"squares += moments[channel / 16 * {ChannelMomentsKernel.Floats} + 16 + channel % 16] + change * change * {X.Height * X.Width};");
                }

                string epsilon = Epsilon.ToString("R", CultureInfo.InvariantCulture) + "d";
                writer.Line("float high = (float)mean, low = (float)(mean - high);");
                writer.Line($"float inverse = (float)(1 / Math.Sqrt(squares / {(long)Group * X.Height * X.Width} + {epsilon}));");
                using (writer.Block($"for (int channel = first; channel < first + {Group}; channel++)"))
                {
                    writer.Line($"float* target = statistics + channel / 16 * {Floats} + channel % 16;");
                    writer.Line("target[0] = high;");
                    writer.Line("target[16] = low;");
                    writer.Line("target[32] = inverse;");
                }
            }

            EmitPadding(writer);
        }
    }

    private void EmitPadding(CodeWriter writer)
    {
        if (X.Channels % 16 == 0)
        {
            return;
        }

        writer.Line("// Channels that only fill up the last block stay zero.");
        using (writer.Block($"for (int channel = {X.Channels}; channel < {16 * X.Planes}; channel++)"))
        {
            writer.Line($"float* target = statistics + channel / 16 * {Floats} + channel % 16;");
            writer.Line("target[0] = target[16] = target[32] = 0f;");
        }
    }
}
