using System.Globalization;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

/// <summary>Writes each channel several times in a row.</summary>
/// <param name="X">What is read.</param>
/// <param name="Y">What is written: channel c * times + j is channel c.</param>
/// <param name="Times">How often.</param>
internal sealed record RepeatChannelsKernel(View X, View Y, int Times) : Kernel
{
    public override string Summary => $"Each channel of a {X.Sizes()} tensor {Times} times.";

    public override string Tasks => $"{Y.Planes} * p.Count";

    protected override string Title => string.Format(CultureInfo.InvariantCulture, "RepeatChannels_{0}_{1}", X.Sizes(), Times);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line("// Sixteen outputs come from one block of inputs. Lanes beyond the last channel are zero there too.");
            writer.Line($"int sample = task / {Y.Planes}, block = task % {Y.Planes}, first = block % {Times} * 16;");
            using (writer.Block($"for (int row = 0; row < {Y.Height}; row++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + (nint)(block / {Times}) * {X.Plane} + row * {X.Row};");
                writer.Line($"float* y = a->Y + (nint)sample * {Y.Sample} + (nint)block * {Y.Plane} + row * {Y.Row};");
                using (writer.Block($"for (int column = 0; column < {Y.Width}; column++, x += 16, y += 16)"))
                using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
                {
                    writer.Line($"y[lane] = x[(first + lane) / {Times}];");
                }
            }
        }
    }
}
