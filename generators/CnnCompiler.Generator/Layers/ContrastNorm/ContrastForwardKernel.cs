using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ContrastNorm;

/// <summary>
/// A forward step of contrast normalisation. Values are taken relative to the first one of the sample, so that a mean far from zero costs no digits.
/// </summary>
/// <param name="Stage">The step.</param>
/// <param name="Maps">The input and the window.</param>
/// <param name="Y">The output.</param>
/// <param name="Epsilon">Added to the mean square.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ContrastForwardKernel(ContrastStage Stage, ContrastMaps Maps, View Y, double Epsilon, Epilogue Epilogue) : Kernel
{
    private View X => Maps.X;

    public override string Summary => Stage switch
    {
        ContrastStage.Sums => $"Sums over the channels of {X.Sizes()}.",
        ContrastStage.Squares => $"Means over windows of {X.Sizes()}, and sums of squared deviations from them.",
        _ => $"Contrast normalisation of {X.Sizes()} with given means and sums of squares.",
    };

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"ContrastNorm_Forward{Stage}_{X.Sizes()}_N{Maps.Size}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        if (Stage != ContrastStage.Sums)
        {
            writer.Line("V value;");
        }

        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            Maps.EmitTask(writer, readsGradient: false, X);
            if (Stage == ContrastStage.Output)
            {
                writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample} + row * {Y.Row};");
            }

            if (Stage != ContrastStage.Sums)
            {
                Maps.EmitRows(writer);
                Maps.EmitColumns(writer, isa, Stage == ContrastStage.Squares ? 0 : 1);
            }

            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16{(Stage == ContrastStage.Output ? ", target += 16" : "")})"))
            {
                EmitPosition(writer, isa, sweep);
            }
        }
    }

    private void EmitPosition(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        if (Stage == ContrastStage.Sums)
        {
            writer.Line("V sum = V.Zero;");
            sweep.Emit(v => writer.Line($"sum += {v.Mask($"(Load({v.At("x", X.Plane)}) - pivot)")};"));
            writer.Line($"maps[row * {X.Width} + column] = Sum(sum);");
            return;
        }

        Maps.EmitShare(writer);
        ContrastMaps.EmitBox(writer);
        if (Stage == ContrastStage.Squares)
        {
            writer.Line("means[column] = box * share;");
            writer.Line("V mean = Create(box * share), sum = V.Zero;");
            sweep.Emit(v =>
            {
                writer.Line($"value = {v.Mask($"(Load({v.At("x", X.Plane)}) - pivot - mean)")};");
                writer.Line($"sum = {isa.MultiplyAdd("value", "value", "sum")};");
            });
            writer.Line($"maps[{Maps.Floats} + row * {X.Width} + column] = Sum(sum);");
            return;
        }

        writer.Line($"float inverse = 1f / MathF.Sqrt(box * share + {VectorIsa.Literal(Epsilon)});");
        writer.Line("inverses[column] = inverse;");
        writer.Line("V mean = Create(means[column]);");
        sweep.Emit(
            v =>
            {
                writer.Line($"value = {v.Mask($"((Load({v.At("x", X.Plane)}) - pivot - mean) * inverse)")};");
                Epilogue.Store(writer, isa, "value", v.At("target", Y.Plane), "");
            },
            v => writer.Line($"V.Zero.Store({v.At("target", Y.Plane)});"));
    }
}
