using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

/// <summary>
/// Gradients of gain and bias, for a block of 16 channels over a fixed part of all rows of the batch, so that the order of additions does not depend on
/// threads: sums of dy * (x - mean) / deviation, and of dy.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
internal sealed record PositionalGainGradientKernel(View X, View DY) : Kernel
{
    /// <summary>Parts of the batch.</summary>
    public const int Parts = 8;

    public override string Summary => $"Gradients of gain and bias of each channel of {X.Sizes()}, over {Parts} parts of the batch.";

    public override string Tasks => $"{X.Planes * Parts}";

    protected override string Title => $"PositionalNorm_GainGradient_{X.Sizes()}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int part = task / {X.Planes}, block = task % {X.Planes};");
            writer.Line($"long rows = (long)a->Count * {X.Height}, last = rows * (part + 1) / {Parts};");
            writer.Line("float* gains = a->DW + task * 16, biases = a->DBias + task * 16;");
            writer.Line("new Span<float>(gains, 16).Clear();");
            writer.Line("new Span<float>(biases, 16).Clear();");
            using (writer.Block($"for (long line = rows * part / {Parts}; line < last; line++)"))
            {
                writer.Line($"int sample = (int)(line / {X.Height}), row = (int)(line % {X.Height});");
                writer.Line($"float* first = a->X + (nint)sample * {X.Sample} + row * {X.Row}, x = first + (nint)block * {X.Plane};");
                writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + (nint)block * {DY.Plane} + row * {DY.Row};");
                writer.Line($"float* statistics = {PositionalStatistics.Row(X)};");
                using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                {
                    writer.Line("V gain = V.Zero, bias = V.Zero;");
                    using (writer.Block($"for (int column = 0; column < {X.Width}; column++)"))
                    {
                        writer.Line("V gradient = Load(dy + column * 16 + lane);");
                        writer.Line("V centred = Load(x + column * 16 + lane) - Create(first[column * 16]) - Create(statistics[column * 2]);");
                        writer.Line("bias += gradient;");
                        writer.Line($"gain = {isa.MultiplyAdd("gradient", "centred * statistics[column * 2 + 1]", "gain")};");
                    }

                    writer.Line("(Load(gains + lane) + gain).Store(gains + lane);");
                    writer.Line("(Load(biases + lane) + bias).Store(biases + lane);");
                }
            }
        }
    }
}
