using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Emission.Kernels;

// Losses against class labels, one position at a time.
internal sealed partial record LossKernel
{
    private void EmitLabel(CodeWriter writer, VectorIsa isa)
    {
        var sweep = new ChannelSweep(writer, isa, X.Channels);
        writer.Line($"int label = labels[row * {X.Width} + column];");
        writer.Line($"float chosen = x[label / 16 * {X.Plane} + label % 16];");
        if (Kind == LossKind.CrossEntropy)
        {
            EmitCrossEntropy(writer, isa, sweep);
        }
        else
        {
            writer.Line("loss -= chosen;");
            EmitGradient(writer, isa, sweep, v => $"V.Zero - ({IsLabel(isa, v)} & Create(scale))");
        }
    }

    private void EmitCrossEntropy(CodeWriter writer, VectorIsa isa, ChannelSweep sweep)
    {
        bool smooth = LabelSmoothing > 0;
        sweep.EmitTop("x", X.Plane);
        writer.Line($"// Exponentials and their sum{(smooth ? ", and the sum of logits" : "")}.");
        writer.Line($"V sum = V.Zero{(smooth ? ", logits = V.Zero" : "")};");
        sweep.Emit(v =>
        {
            writer.Line($"value = {v.Mask($"{(v.IsPartial ? "(" : "")}Load({v.At("x", X.Plane)}) - Create(top){(v.IsPartial ? ")" : "")}")};");
            if (smooth)
            {
                writer.Line("logits += value;");
            }

            writer.Line($"value = {v.Mask(MathFunction.Exp.Call(isa, "value"))};");
            writer.Line("sum += value;");
            writer.Line($"value.Store({v.At("dx", DX.Plane)});");
        });
        writer.Line("float total = Sum(sum);");

        // Differences from the largest logit: its own size would cost digits.
        string target = smooth
            ? $"{Literal(1 - LabelSmoothing)} * (chosen - top) - {Literal(LabelSmoothing / X.Channels)} * Sum(logits)"
            : "(chosen - top)";
        writer.Line($"loss += Math.Log(total) - {target};");
        writer.Line("// Probabilities minus targets.");
        writer.Line("V normalize = Create(scale / total);");
        string hit = smooth ? $"Create(scale * {VectorIsa.Literal(1 - LabelSmoothing)})" : "Create(scale)";
        string spread = smooth ? $" - Create(scale * {VectorIsa.Literal(LabelSmoothing / X.Channels)})" : "";
        EmitGradient(writer, isa, sweep, v =>
        {
            string gradient = $"Load({v.At("dx", DX.Plane)}) * normalize - ({IsLabel(isa, v)} & {hit}){spread}";
            return smooth && v.IsPartial ? v.Mask($"({gradient})") : gradient;
        });
    }

    private void EmitGradient(CodeWriter writer, VectorIsa isa, ChannelSweep sweep, System.Func<ChannelVector, string> gradient) => sweep.Emit(
        v =>
        {
            writer.Line($"value = {gradient(v)};");
            Epilogue.Store(writer, isa, "value", v.At("dx", DX.Plane), v.At("x", X.Plane));
        },
        v => writer.Line($"V.Zero.Store({v.At("dx", DX.Plane)});"));

    private static string IsLabel(VectorIsa isa, ChannelVector v) =>
        $"{isa.VectorClass}.Equals(V.Indices{(v.First == "0f" ? "" : $" + Create({v.First})")}, Create((float)label))";
}
