using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.BatchNorm;

/// <summary>1 / sqrt(variance + epsilon) of the running variance, for a batch normalisation that no other kernel took over when predicting.</summary>
internal sealed record RunningDeviationKernel(int Channels, double Epsilon) : Kernel
{
    public override string Summary => "1 / sqrt(running variance + epsilon) of each channel.";

    public override string Tasks => "1";

    protected override string Title => "BatchNorm_Deviation";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string channels = sizes["channels", Channels];
        using (writer.Block($"for (int channel = 0; channel < {channels}; channel++)"))
        {
            writer.Line($"a->InverseDeviation[channel] = 1f / MathF.Sqrt(a->RunningVariance[channel] + {VectorIsa.Literal(Epsilon)});");
        }

        writer.Line($"new Span<float>(a->InverseDeviation + {channels}, {sizes["padding", 15 - ((Channels + 15) % 16)]}).Clear();");
    }
}
