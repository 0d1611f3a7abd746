using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>For each channel of each sample, the sums of dy and of dy * (x - mean), with a gain per element multiplied into dy.</summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="Gain">What gain and bias belong to.</param>
internal sealed record ChannelGradientKernel(View X, View DY, NormGain Gain) : Kernel
{
    public override string Summary => $"Sums of dy and dy * (x - mean) for each channel of each sample of {X.Sizes()}.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"SampleNorm_GradientSums_{X.Sizes()}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            writer.Line($"float* sums = a->Scratch + (nint)task * {ChannelMomentsKernel.Floats}, statistics = a->Mean + (nint)task * {GroupStatisticsKernel.Floats};");
            writer.Line($"new Span<float>(sums, {ChannelMomentsKernel.Floats}).Clear();");
            new PlaneStrips(X, DY).Emit(writer, readsGradient: true, readsGain: Gain == NormGain.Element, () =>
            {
                using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                {
                    writer.Line("int i;");
                    writer.Line("V mean = Load(statistics + lane), rest = Load(statistics + 16 + lane), gradient;");
                    writer.Line("V sum0 = V.Zero, sum1 = V.Zero, sum2 = V.Zero, sum3 = V.Zero;");
                    writer.Line("V product0 = V.Zero, product1 = V.Zero, product2 = V.Zero, product3 = V.Zero;");
                    string gain = Gain == NormGain.Element ? " * Load(gain + {0})" : "";
                    PlaneStrips.EmitPixels(writer, (at, sum) =>
                        $"gradient = Load(dy + {at}){gain.Replace("{0}", at)}; sum{sum} += gradient; "
                        + $"product{sum} = {isa.MultiplyAdd("gradient", $"Load(x + {at}) - mean - rest", $"product{sum}")};");
                    writer.Line("(Load(sums + lane) + ((sum0 + sum1) + (sum2 + sum3))).Store(sums + lane);");
                    writer.Line("(Load(sums + 16 + lane) + ((product0 + product1) + (product2 + product3))).Store(sums + 16 + lane);");
                }
            });
        }
    }
}
