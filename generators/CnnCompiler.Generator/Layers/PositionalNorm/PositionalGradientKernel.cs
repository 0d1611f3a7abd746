using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

/// <summary>
/// The gradient of <see cref="PositionalNormKernel"/> by its input. With g = dy * weight and the centred input z at a position:
/// (g - mean of g - z * mean of (g * z) / variance) / deviation.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="Affine">Whether a gain and a bias follow.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record PositionalGradientKernel(View X, View DY, View DX, bool Affine, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Gradient of normalisation over the channels at each position by its {X.Sizes()} input.";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"PositionalNorm_InputGradient_{X.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        writer.Line(Epilogue.Derivative.IsNone ? "V value, centred;" : "V value, centred, y;");
        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row};");
            writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + row * {DY.Row};");
            writer.Line($"float* dx = a->DX + (nint)sample * {DX.Sample} + row * {DX.Row};");
            writer.Line($"float* statistics = {PositionalStatistics.Row(X)};");
            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, dy += 16, dx += 16, statistics += 2)"))
            {
                EmitPosition(writer, isa, sweep);
            }
        }
    }

    private void EmitPosition(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        writer.Line("// Sums of the gradient, and of its product with the centred input.");
        writer.Line("V first = Create(x[0]), mean = Create(statistics[0]), sum = V.Zero, product = V.Zero;");
        sweep.Emit(v =>
        {
            EmitValues(writer, v);
            writer.Line("sum += value;");
            writer.Line($"product = {isa.MultiplyAdd("value", "centred", "product")};");
        });
        string share = VectorIsa.Literal(1.0 / X.Channels);
        writer.Line("float inverse = statistics[1];");
        writer.Line($"V common = Create(Sum(sum) * {share}), slope = Create(Sum(product) * {share} * inverse * inverse);");
        sweep.Emit(
            v =>
            {
                EmitValues(writer, v);
                writer.Line($"value = {v.Mask("((value - common - centred * slope) * inverse)")};");
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

    private void EmitValues(CodeWriter writer, ChannelVector v)
    {
        writer.Line($"centred = Load({v.At("x", X.Plane)}) - first - mean;");
        writer.Line($"value = Load({v.At("dy", DY.Plane)}){(Affine ? $" * Load({v.At("a->W", 16)})" : "")};");
    }
}
