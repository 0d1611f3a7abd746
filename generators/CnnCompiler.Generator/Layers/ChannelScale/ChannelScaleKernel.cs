using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Channelwise;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ChannelScale;

/// <summary>x * gain + bias, or the gradient times the gain.</summary>
internal sealed record ChannelScaleKernel(View X, View DY, View Target, bool Backward, Epilogue Epilogue, bool Bias)
    : ChannelwiseKernel(X, DY, Target, Backward, Epilogue)
{
    public override string Summary => $"A gain{(Bias ? " and a bias" : "")} per channel{(Backward ? ", gradient," : "")} over a tensor.";

    protected override string Title => "ChannelScale_" + Pass;

    protected override bool DerivesAtInput => false;

    protected override void EmitConstants(CodeWriter writer, VectorIsa isa, int v)
    {
        string at = $"block * 16{ProductKernel.Plus(v * isa.Lanes)}";
        writer.Line($"V gain_v{v} = Load(a->W + {at}){(Bias ? $", bias_v{v} = Load(a->Bias + {at})" : "")};");
    }

    protected override string Value(VectorIsa isa, int v) =>
        Backward ? $"gradient_v{v} * gain_v{v}" : Bias ? isa.MultiplyAdd($"input_v{v}", $"gain_v{v}", $"bias_v{v}") : $"input_v{v} * gain_v{v}";
}
