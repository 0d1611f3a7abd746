using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Channelwise;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PRelu;

/// <summary>x, or the gradient, where x is positive, elsewhere times the slope of the channel, or of all channels.</summary>
internal sealed record PReluKernel(View X, View DY, View Target, bool Backward, Epilogue Epilogue, bool PerChannel)
    : ChannelwiseKernel(X, DY, Target, Backward, Epilogue)
{
    public override string Summary => $"PRelu{(Backward ? ", gradient," : "")} over a tensor with {(PerChannel ? "a slope per channel" : "one slope")}.";

    protected override string Title => "PRelu_" + Pass;

    // A slope may be negative, so the output does not tell the sign of the input.
    protected override bool DerivesAtInput => true;

    protected override void EmitConstants(CodeWriter writer, VectorIsa isa, int v) =>
        writer.Line(PerChannel ? $"V slope_v{v} = Load(a->W + block * 16{ProductKernel.Plus(v * isa.Lanes)});" : $"V slope_v{v} = Create(a->W[0]);");

    protected override string Value(VectorIsa isa, int v)
    {
        string value = Backward ? $"gradient_v{v}" : $"input_v{v}";
        return isa.Select(isa.GreaterThan($"input_v{v}", "V.Zero"), value, $"{value} * slope_v{v}");
    }
}
