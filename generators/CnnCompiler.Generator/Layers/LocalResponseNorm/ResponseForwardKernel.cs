using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

/// <summary>Local response normalisation across channels (Krizhevsky, Sutskever, Hinton 2012), one position after the other.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Window">The neighbours.</param>
/// <param name="Power">What the response is multiplied by.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ResponseForwardKernel(View X, View Y, ChannelWindow Window, ResponsePower Power, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Local response normalisation of {X.Sizes()} over {Window.Size} channels.";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"LocalResponseNorm_Forward_{X.Sizes()}_N{Window.Size}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Concat(Power.Uses());

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        writer.Line("V value, sum;");
        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row}, target = a->Y + (nint)sample * {Y.Sample} + row * {Y.Row};");
            writer.Line($"float* squares = a->Scratch + (nint)sample * {PerSample(X, Window, 1)} + row * {Window.Floats};");
            Window.Clear(writer, "squares");
            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, target += 16)"))
            {
                EmitSquares(writer, sweep, X, Window);
                sweep.Emit(
                    v =>
                    {
                        Window.EmitSum(writer, v, "squares", mirrored: false);
                        writer.Line($"sum = {Power.Base(isa, "sum")};");
                        writer.Line($"value = {v.Mask($"(Load({v.At("x", X.Plane)}) * ({Power.Power(isa, "sum")}))")};");
                        Epilogue.Store(writer, isa, "value", v.At("target", Y.Plane), "");
                    },
                    v => writer.Line($"V.Zero.Store({v.At("target", Y.Plane)});"));
            }
        }
    }

    /// <summary>Floats of a sample's lines: that of a tensor in whole vectors.</summary>
    public static int PerSample(View x, ChannelWindow window, int lines) => x.Height * window.Floats * lines;

    /// <summary>Writes the squares of a position to line <c>squares</c>.</summary>
    public static void EmitSquares(CodeWriter writer, ChannelSweep sweep, View x, ChannelWindow window)
    {
        string line = "squares" + ProductKernel.Plus(window.Border);
        writer.Line("// Squares of all channels, side by side.");
        sweep.Emit(
            v =>
            {
                writer.Line($"value = Load({v.At("x", x.Plane)});");
                writer.Line($"(value * value).Store({v.At(line, 16)});");
            },
            v => writer.Line($"V.Zero.Store({v.At(line, 16)});"));
    }
}
