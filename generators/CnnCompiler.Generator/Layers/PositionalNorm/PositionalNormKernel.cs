using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

/// <summary>Normalisation over the channels at each position. Everything is relative to the first channel, so that a mean far from zero costs no digits.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Epsilon">Added to the variance.</param>
/// <param name="Affine">Whether a gain and a bias follow.</param>
/// <param name="Keeps">Whether the statistics of each position are stored for the backward pass.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record PositionalNormKernel(View X, View Y, double Epsilon, bool Affine, bool Keeps, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Normalisation over the channels at each position of {X.Sizes()}.";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"PositionalNorm_Forward_{X.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        writer.Line("V value;");
        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row};");
            writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample} + row * {Y.Row};");
            if (Keeps)
            {
                writer.Line($"float* statistics = {PositionalStatistics.Row(X)};");
            }

            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, target += 16)"))
            {
                EmitPosition(writer, isa, sweep);
            }
        }
    }

    private void EmitPosition(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        writer.Line("// Mean relative to the first channel.");
        writer.Line("V first = Create(x[0]), sum = V.Zero, squares = V.Zero;");
        sweep.Emit(v => writer.Line($"sum += {Mask(v, $"Load({v.At("x", X.Plane)}) - first")};"));
        writer.Line($"float mean = Sum(sum) * {VectorIsa.Literal(1.0 / X.Channels)};");
        writer.Line("V mean_v = Create(mean);");
        writer.Line("// Variance.");
        sweep.Emit(v =>
        {
            writer.Line($"value = {Mask(v, $"Load({v.At("x", X.Plane)}) - first - mean_v")};");
            writer.Line($"squares = {isa.MultiplyAdd("value", "value", "squares")};");
        });
        writer.Line($"float inverse = 1f / MathF.Sqrt(Sum(squares) * {VectorIsa.Literal(1.0 / X.Channels)} + {VectorIsa.Literal(Epsilon)});");
        if (Keeps)
        {
            writer.Line("statistics[column * 2] = mean;");
            writer.Line("statistics[column * 2 + 1] = inverse;");
        }

        sweep.Emit(
            v =>
            {
                string scaled = $"(Load({v.At("x", X.Plane)}) - first - mean_v) * inverse";
                string result = Affine ? isa.MultiplyAdd(scaled, $"Load({v.At("a->W", 16)})", $"Load({v.At("a->Bias", 16)})") : scaled;
                writer.Line($"value = {Mask(v, result)};");
                Epilogue.Store(writer, isa, "value", v.At("target", Y.Plane), "");
            },
            v => writer.Line($"V.Zero.Store({v.At("target", Y.Plane)});"));
    }

    private static string Mask(ChannelVector vector, string value) => vector.IsPartial ? vector.Mask($"({value})") : value;
}
