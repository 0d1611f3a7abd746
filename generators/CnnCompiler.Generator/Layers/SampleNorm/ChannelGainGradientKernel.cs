using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>Gradients of a gain and a bias per channel: the sums of <see cref="ChannelGradientKernel"/>, added over samples in their order.</summary>
/// <param name="X">The input.</param>
internal sealed record ChannelGainGradientKernel(View X) : Kernel
{
    public override string Summary => $"Gradients of gain and bias of {X.Channels} channels, summed over samples.";

    public override string Tasks => $"{X.Planes}";

    protected override string Title => $"SampleNorm_GainGradient_{X.Sizes()}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int block = begin; block < end; block++)"))
        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line($"float* sums = a->Scratch + block * {ChannelMomentsKernel.Floats} + lane, inverse = a->Mean + block * {GroupStatisticsKernel.Floats} + 32 + lane;");
            writer.Line("V gain = V.Zero, bias = V.Zero;");
            using (writer.Block($"for (int sample = 0; sample < a->Count; sample++, sums += {X.Planes * ChannelMomentsKernel.Floats}, inverse += {X.Planes * GroupStatisticsKernel.Floats})"))
            {
                writer.Line("bias += Load(sums);");
                writer.Line($"gain = {isa.MultiplyAdd("Load(sums + 16)", "Load(inverse)", "gain")};");
            }

            writer.Line("gain.Store(a->DW + block * 16 + lane);");
            writer.Line("bias.Store(a->DBias + block * 16 + lane);");
        }
    }
}
