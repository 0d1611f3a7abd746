using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.BatchNorm;

/// <summary>1 / sqrt(variance + epsilon) of the running variance, for a batch normalisation that no other kernel took over when predicting.</summary>
internal sealed record RunningDeviationKernel(int Channels, double Epsilon) : Kernel
{
    public override string Summary => $"1 / sqrt(running variance + epsilon) of {Channels} channels.";

    public override string Tasks => "1";

    protected override string Title => $"BatchNorm_Deviation_{Channels}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        int padding = 15 - ((Channels + 15) % 16);
        using (writer.Block($"for (int channel = 0; channel < {Channels}; channel++)"))
        {
            writer.Line($"a->InverseDeviation[channel] = 1f / MathF.Sqrt(a->RunningVariance[channel] + {VectorIsa.Literal(Epsilon)});");
        }

        if (padding > 0)
        {
            writer.Line($"new Span<float>(a->InverseDeviation + {Channels}, {padding}).Clear();");
        }
    }
}
