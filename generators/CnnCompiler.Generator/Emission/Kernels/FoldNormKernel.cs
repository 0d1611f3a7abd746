using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Turns a batch normalisation with running statistics into a gain and a shift per channel.</summary>
internal sealed record FoldNormKernel(int Channels, double Epsilon, bool Affine, bool Bias) : Kernel
{
    public override string Summary => "gain = weight / sqrt(running variance + epsilon), shift = bias - mean * gain: batch normalisation folded for prediction.";

    public override string Tasks => "1";

    protected override string Title => "FoldNorm";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string channels = sizes["channels", Channels], padding = sizes["padding", 15 - ((Channels + 15) % 16)];
        using (writer.Block($"for (int channel = 0; channel < {channels}; channel++)"))
        {
            writer.Line($"float gain = {(Affine ? "a->W[channel]" : "1f")} / MathF.Sqrt(a->RunningVariance[channel] + {VectorIsa.Literal(Epsilon)});");
            writer.Line("a->Gain[channel] = gain;");
            writer.Line($"a->Bias[channel] = {(Affine ? "a->X2[channel]" : "0f")} + ({(Bias ? "a->X[channel]" : "0f")} - a->RunningMean[channel]) * gain;");
        }

        writer.Line($"new Span<float>(a->Gain + {channels}, {padding}).Clear();");
        writer.Line($"new Span<float>(a->Bias + {channels}, {padding}).Clear();");
    }
}
