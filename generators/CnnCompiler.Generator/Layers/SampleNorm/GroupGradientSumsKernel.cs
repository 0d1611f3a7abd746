using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>
/// Adds the sums of <see cref="ChannelGradientKernel"/> over the channels of a group and puts, in their place, what the gradient by the input takes off:
/// the mean of g = dy * weight, and the mean of g * (x - mean) divided by the variance (with epsilon).
/// </summary>
/// <param name="X">The input.</param>
/// <param name="Group">Channels of a group.</param>
/// <param name="Gain">What gain and bias belong to.</param>
internal sealed record GroupGradientSumsKernel(View X, int Group, NormGain Gain) : Kernel
{
    public override string Summary => $"Sums of gradients over {X.Channels / Group} groups of {Group} channels of each sample.";

    public override string Tasks => "p.Count";

    protected override string Title => $"SampleNorm_GroupSums_{X.Sizes()}_G{Group}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string weight = Gain == NormGain.Channel ? "(double)a->W[channel] * " : "";
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            writer.Line($"float* statistics = a->Mean + (nint)sample * {X.Planes * GroupStatisticsKernel.Floats};");
            writer.Line($"float* sums = a->Scratch + (nint)sample * {X.Planes * ChannelMomentsKernel.Floats};");
            using (writer.Block($"for (int first = 0; first < {X.Channels}; first += {Group})"))
            {
                writer.Line("double sum = 0, product = 0;");
                using (writer.Block($"for (int channel = first; channel < first + {Group}; channel++)"))
                {
                    writer.Line($"float* source = sums + channel / 16 * {ChannelMomentsKernel.Floats} + channel % 16;");
                    writer.Line($"sum += {weight}source[0];");
                    writer.Line($"product += {weight}source[16];");
                }

                writer.Line($"double inverse = statistics[first / 16 * {GroupStatisticsKernel.Floats} + 32 + first % 16];");
                writer.Line($"float common = (float)(sum / {(long)Group * X.Height * X.Width}), slope = (float)(product * inverse * inverse / {(long)Group * X.Height * X.Width});");
                using (writer.Block($"for (int channel = first; channel < first + {Group}; channel++)"))
                {
                    writer.Line($"float* target = sums + channel / 16 * {ChannelMomentsKernel.Floats} + channel % 16;");
                    writer.Line("target[0] = common;");
                    writer.Line("target[16] = slope;");
                }
            }
        }
    }
}
