using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Softmax;

/// <summary>
/// The gradient of <see cref="SoftmaxForwardKernel"/>. With p the probabilities, softmax: p * (dy - sum(p * dy)); its logarithm: dy - p * sum(dy).
/// The probabilities are computed again: an activation may have changed what was stored.
/// </summary>
/// <param name="Log">Whether the layer is the logarithm.</param>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record SoftmaxGradientKernel(bool Log, View X, View DY, View DX, Epilogue Epilogue) : Kernel
{
    public override string Summary => Log
        ? $"Gradient of the logarithm of softmax over {X.Sizes()}: dy - p * sum(dy)."
        : $"Gradient of softmax over {X.Sizes()}: p * (dy - sum(p * dy)).";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"{(Log ? "Log" : "")}Softmax_InputGradient_{X.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Append(MathFunction.Exp);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        writer.Line(Epilogue.Derivative.IsNone ? "V value;" : "V value, y;");
        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row};");
            writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + row * {DY.Row};");
            writer.Line($"float* dx = a->DX + (nint)sample * {DX.Sample} + row * {DX.Row};");
            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, dy += 16, dx += 16)"))
            {
                sweep.EmitTop("x", X.Plane);
                EmitPosition(writer, isa, sweep);
            }
        }
    }

    private void EmitPosition(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        writer.Line(Log ? "// Sums of exponentials and of gradients." : "// Sums of exponentials, and of gradients weighted by them.");
        writer.Line("V sum = V.Zero, gradients = V.Zero;");
        sweep.Emit(v =>
        {
            string dy = $"Load({v.At("dy", DY.Plane)})";
            writer.Line($"value = {Exponential(isa, v)};");
            writer.Line("sum += value;");
            writer.Line(Log ? $"gradients += {dy};" : $"gradients = {isa.MultiplyAdd("value", dy, "gradients")};");
        });
        writer.Line("float scale = 1f / Sum(sum);");
        writer.Line($"V common = Create(Sum(gradients) * scale);");
        sweep.Emit(
            v =>
            {
                string dy = $"Load({v.At("dy", DY.Plane)})";
                writer.Line($"value = {Exponential(isa, v)};");
                writer.Line(Log ? $"value = {dy} - value * common;" : $"value = value * scale * ({dy} - common);");
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

    private string Exponential(VectorIsa isa, ChannelVector v) => v.Mask(MathFunction.Exp.Call(isa, $"Load({v.At("x", X.Plane)}) - Create(top)"));
}
