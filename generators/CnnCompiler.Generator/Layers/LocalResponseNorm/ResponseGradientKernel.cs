using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

/// <summary>
/// The gradient of <see cref="ResponseForwardKernel"/>. With b the base of a channel's power and t = dy * x * b^(-beta - 1):
/// dx = dy * b^-beta - 2 * beta * alpha / size * x * (sum of t over the channels whose windows hold this one). The bases are computed again.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="Window">The neighbours.</param>
/// <param name="Power">What the response is multiplied by.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ResponseGradientKernel(View X, View DY, View DX, ChannelWindow Window, ResponsePower Power, Epilogue Epilogue) : Kernel
{
    /// <summary>Lines of each row: squares, powers, and what their gradients spread.</summary>
    public const int Buffers = 3;

    public override string Summary => $"Gradient of local response normalisation of {X.Sizes()} over {Window.Size} channels.";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"LocalResponseNorm_InputGradient_{X.Sizes()}_N{Window.Size}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Concat(Power.Uses());

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        writer.Line(Epilogue.Derivative.IsNone ? "V value, sum;" : "V value, sum, y;");
        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row}, dy = a->DY + (nint)sample * {DY.Sample} + row * {DY.Row};");
            writer.Line($"float* dx = a->DX + (nint)sample * {DX.Sample} + row * {DX.Row};");
            writer.Line($"float* squares = a->Scratch + (nint)sample * {ResponseForwardKernel.PerSample(X, Window, Buffers)} + row * {Window.Floats * Buffers};");
            writer.Line($"float* powers = squares + {Window.Floats}, spread = squares + {2 * Window.Floats};");
            Window.Clear(writer, "squares");
            Window.Clear(writer, "spread");
            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, dy += 16, dx += 16)"))
            {
                ResponseForwardKernel.EmitSquares(writer, sweep, X, Window);
                EmitPowers(writer, isa, sweep);
                EmitGradient(writer, isa, sweep);
            }
        }
    }

    private void EmitPowers(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        string line = "spread" + ProductKernel.Plus(Window.Border);
        writer.Line("// Powers, and what each channel passes on to its neighbours.");
        sweep.Emit(
            v =>
            {
                Window.EmitSum(writer, v, "squares", mirrored: false);
                writer.Line($"sum = {Power.Base(isa, "sum")};");
                writer.Line($"value = {v.Mask($"({Power.Power(isa, "sum")})")};");
                writer.Line($"value.Store({v.At("powers", 16)});");
                writer.Line($"value = {v.Mask($"(Load({v.At("dy", DY.Plane)}) * Load({v.At("x", X.Plane)}) * value / sum)")};");
                writer.Line($"value.Store({v.At(line, 16)});");
            },
            v => writer.Line($"V.Zero.Store({v.At(line, 16)});"));
    }

    private void EmitGradient(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        sweep.Emit(
            v =>
            {
                Window.EmitSum(writer, v, "spread", mirrored: true);
                string own = $"Load({v.At("dy", DY.Plane)}) * Load({v.At("powers", 16)})";
                writer.Line($"value = {isa.MultiplyAdd($"Load({v.At("x", X.Plane)}) * {VectorIsa.Literal(-2 * Power.Beta * Power.Share)}", "sum", own)};");
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
}
