using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>Gradients of a gain and a bias per element of the sample: sums over samples in their order.</summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
internal sealed record ElementGainGradientKernel(View X, View DY) : Kernel
{
    public override string Summary => $"Gradients of gain and bias of each element of {X.Sizes()}, summed over samples.";

    public override string Tasks => $"{X.Planes * X.Height}";

    protected override string Title => $"SampleNorm_ElementGainGradient_{X.Sizes()}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int block = task / {X.Height}, row = task % {X.Height};");
            writer.Line($"float* gain = a->DW + (nint)task * {X.Width * 16}, bias = a->DBias + (nint)task * {X.Width * 16};");
            writer.Line($"new Span<float>(gain, {X.Width * 16}).Clear();");
            writer.Line($"new Span<float>(bias, {X.Width * 16}).Clear();");
            using (writer.Block("for (int sample = 0; sample < a->Count; sample++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + row * {X.Row};");
                writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + (nint)block * {DY.Plane} + row * {DY.Row};");
                writer.Line($"float* statistics = a->Mean + ((nint)sample * {X.Planes} + block) * {GroupStatisticsKernel.Floats};");
                using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                {
                    writer.Line("V mean = Load(statistics + lane), rest = Load(statistics + 16 + lane), inverse = Load(statistics + 32 + lane);");
                    using (writer.Block($"for (int i = lane; i < {X.Width * 16}; i += 16)"))
                    {
                        writer.Line("V gradient = Load(dy + i);");
                        writer.Line("(Load(bias + i) + gradient).Store(bias + i);");
                        writer.Line($"{isa.MultiplyAdd("gradient", "(Load(x + i) - mean - rest) * inverse", "Load(gain + i)")}.Store(gain + i);");
                    }
                }
            }
        }
    }
}
