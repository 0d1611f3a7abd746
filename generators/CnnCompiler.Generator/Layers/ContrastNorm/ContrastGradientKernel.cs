using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ContrastNorm;

/// <summary>
/// A backward step of contrast normalisation. With v = x - mean, d = 1 / deviation, n the values of a window: r = d^3 * (sum over channels of dy * v) / n;
/// g = dy * d - v * (sum of r over the window); dx = g - (sum over the window of (sum over channels of g) / n).
/// </summary>
/// <param name="Stage">The step.</param>
/// <param name="Maps">The input and the window.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ContrastGradientKernel(ContrastStage Stage, ContrastMaps Maps, View DY, View DX, Epilogue Epilogue) : Kernel
{
    // Working maps: r, the sums of g, the sums of r over windows.
    private const int Deviations = 0, Means = 1, Spread = 2;

    private View X => Maps.X;

    public override string Summary => Stage switch
    {
        ContrastStage.Deviations => $"What the deviation at each position of {X.Sizes()} passes on to its window.",
        ContrastStage.Means => $"What the mean at each position of {X.Sizes()} passes on to its window.",
        _ => $"Gradient of contrast normalisation by its {X.Sizes()} input.",
    };

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"ContrastNorm_Gradient{Stage}_{X.Sizes()}_N{Maps.Size}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        bool last = Stage == ContrastStage.Input;
        if (last)
        {
            writer.Line(Epilogue.Derivative.IsNone ? "V value;" : "V value, y;");
        }

        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            Maps.EmitTask(writer, readsGradient: true, DY);
            if (last)
            {
                writer.Line($"float* dx = a->DX + (nint)sample * {DX.Sample} + row * {DX.Row};");
            }

            Maps.EmitRows(writer);
            if (Stage != ContrastStage.Deviations)
            {
                Maps.EmitColumns(writer, isa, last ? Means : Deviations);
            }

            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, dy += 16{(last ? ", dx += 16" : "")})"))
            {
                Maps.EmitShare(writer);
                writer.Line("V mean = Create(means[column]);");
                writer.Line("float inverse = inverses[column];");
                EmitPosition(writer, isa, sweep);
            }
        }
    }

    private void EmitPosition(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        string Value(ChannelVector v) => $"(Load({v.At("x", X.Plane)}) - pivot - mean)";
        string Map(int map) => $"maps[{map * Maps.Floats} + row * {X.Width} + column]";
        switch (Stage)
        {
            case ContrastStage.Deviations:
                writer.Line("V sum = V.Zero;");
                sweep.Emit(v => writer.Line($"sum = {isa.MultiplyAdd($"Load({v.At("dy", DY.Plane)})", Value(v), "sum")};"));
                writer.Line($"{Map(Deviations)} = inverse * inverse * inverse * Sum(sum) * share;");
                break;
            case ContrastStage.Means:
                ContrastMaps.EmitBox(writer);
                writer.Line("V gradients = V.Zero, values = V.Zero;");
                sweep.Emit(v =>
                {
                    writer.Line($"gradients += Load({v.At("dy", DY.Plane)});");
                    writer.Line($"values += {v.Mask(Value(v))};");
                });
                writer.Line($"{Map(Means)} = (Sum(gradients) * inverse - Sum(values) * box) * share;");
                writer.Line($"{Map(Spread)} = box;");
                break;
            default:
                ContrastMaps.EmitBox(writer);
                writer.Line($"V common = Create(box), spread = Create({Map(Spread)});");
                EmitStores(writer, isa, sweep, Value);
                break;
        }
    }

    private void EmitStores(CodeWriter writer, VectorIsa isa, ChannelSweep sweep, System.Func<ChannelVector, string> input) => sweep.Emit(
        v =>
        {
            writer.Line($"value = {v.Mask($"(Load({v.At("dy", DY.Plane)}) * inverse - {input(v)} * spread - common)")};");
            Epilogue.Store(writer, isa, "value", v.At("dx", DX.Plane), v.At("x", X.Plane));
        },
        v =>
        {
            // An accumulating kernel finds them zero.
            if (!Epilogue.Accumulate)
            {
                writer.Line($"V.Zero.Store({v.At("dx", DX.Plane)});");
            }
        });
}
