using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Channelwise;

/// <summary>For each channel over a part of the batch, the sums of dy and of dy times a factor.</summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="Factor">What dy is multiplied by.</param>
internal sealed record ChannelPartsKernel(View X, View DY, ChannelFactor Factor) : Kernel
{
    public override string Summary => $"Sums of dy and dy * {FactorText} for each channel, over parts of the batch.";

    public override string Tasks => $"{Strips.Tasks}";

    protected override string Title => "Channelwise_GradientParts";

    private BatchStrips Strips => new(X, DY);

    private string FactorText => Factor switch
    {
        ChannelFactor.NegativeInput => "min(x, 0)",
        ChannelFactor.Deviation => "(x - mean)",
        _ => "x",
    };

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes) => Strips.Emit(writer, sizes, readsGradient: true, "", () =>
    {
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line($"V {(Factor == ChannelFactor.Deviation ? "mean = Load(a->Mean + channel + lane), " : "")}factor, gradient;");
            writer.Line("V sum0 = Load(sums + lane), product0 = Load(sums + 16 + lane);");
            if (Strips.IsPixel)
            {
                writer.Line(Add(isa, "lane", 0));
                writer.Line("sum0.Store(sums + lane);");
                writer.Line("product0.Store(sums + 16 + lane);");
                return;
            }

            writer.Line("V sum1 = V.Zero, sum2 = V.Zero, sum3 = V.Zero, product1 = V.Zero, product2 = V.Zero, product3 = V.Zero;");
            writer.Line("int i;");
            BatchStrips.EmitPixels(writer, (at, sum) => Add(isa, at, sum));
            writer.Line("((sum0 + sum1) + (sum2 + sum3)).Store(sums + lane);");
            writer.Line("((product0 + product1) + (product2 + product3)).Store(sums + 16 + lane);");
        }
    });

    private string Add(VectorIsa isa, string at, int sum) =>
        $"gradient = Load(dy + {at}); factor = Load(x + {at}){(Factor == ChannelFactor.Deviation ? " - mean" : "")}; sum{sum} += gradient; "
        + $"product{sum} = {isa.MultiplyAdd("gradient", Factor == ChannelFactor.NegativeInput ? isa.Select(isa.GreaterThan("factor", "V.Zero"), "V.Zero", "factor") : "factor", $"product{sum}")};";
}
