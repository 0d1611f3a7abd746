using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Softmax;

/// <summary>Softmax over channels, or its logarithm, at each position.</summary>
/// <param name="Log">Whether it is the logarithm.</param>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record SoftmaxForwardKernel(bool Log, View X, View Y, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"{(Log ? "Logarithm of softmax" : "Softmax")} over the channels at each position of {X.Sizes()}; the largest is subtracted first.";

    public override string Tasks => $"{X.Height} * p.Count";

    protected override string Title => $"{(Log ? "Log" : "")}Softmax_Forward_{X.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Append(MathFunction.Exp);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        writer.Line("V value;");
        sweep.DeclareMask();
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + row * {X.Row};");
            writer.Line($"float* y = a->Y + (nint)sample * {Y.Sample} + row * {Y.Row};");
            using (writer.Block($"for (int column = 0; column < {X.Width}; column++, x += 16, y += 16)"))
            {
                sweep.EmitTop("x", X.Plane);
                EmitPosition(writer, isa, sweep);
            }
        }
    }

    private void EmitPosition(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        writer.Line("// Exponentials and their sum.");
        writer.Line("V sum = V.Zero;");
        sweep.Emit(v =>
        {
            writer.Line($"value = {v.Mask(MathFunction.Exp.Call(isa, $"Load({v.At("x", X.Plane)}) - Create(top)"))};");
            writer.Line("sum += value;");
            if (!Log)
            {
                writer.Line($"value.Store({v.At("y", Y.Plane)});");
            }
        });
        writer.Line(Log ? "float log = MathF.Log(Sum(sum));" : "float scale = 1f / Sum(sum);");
        sweep.Emit(
            v =>
            {
                // Two differences: the logarithm would be lost against a large input.
                string result = Log ? $"Load({v.At("x", X.Plane)}) - Create(top) - Create(log)" : $"Load({v.At("y", Y.Plane)}) * scale";
                writer.Line($"value = {(Log && v.IsPartial ? v.Mask($"({result})") : result)};");
                Epilogue.Store(writer, isa, "value", v.At("y", Y.Plane), "");
            },
            v => writer.Line($"V.Zero.Store({v.At("y", Y.Plane)});"));
    }
}
