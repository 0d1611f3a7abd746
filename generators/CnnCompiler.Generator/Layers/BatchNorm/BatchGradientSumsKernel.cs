using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Layers.Channelwise;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.BatchNorm;

/// <summary>
/// Adds the parts of <see cref="ChannelPartsKernel"/> in a fixed order: gradients of weight and bias, and, in the place of the first part, what
/// the gradient by the input takes off: the mean of dy, and the mean of dy * (x - mean) divided by the variance (with epsilon).
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="Trains">Whether gradients of weight and bias are wanted.</param>
internal sealed record BatchGradientSumsKernel(View X, View DY, bool Trains) : Kernel
{
    public override string Summary => $"{(Trains ? "Gradients of weight and bias of" : "Sums over")} each channel from the parts of the batch.";

    public override string Tasks => $"{Strips.Blocks}";

    public override bool CouplesSamples => true;

    protected override string Title => $"BatchNorm_{(Trains ? "ParameterGradient" : "GradientSums")}";

    private BatchStrips Strips => new(X, DY);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int block = begin; block < end; block++)"))
        using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
        {
            writer.Line($"float* sums = a->Scratch + block * {BatchStrips.Sums} + lane;");
            string part = sizes["part", Strips.Blocks * BatchStrips.Sums];
            writer.Line("double sum = 0, product = 0;");
            using (writer.Block($"for (int i = 0; i < {sizes["parts", Strips.Parts]}; i++)"))
            {
                writer.Line($"sum += sums[i * {part}];");
                writer.Line($"product += sums[i * {part} + 16];");
            }

            writer.Line("int channel = block * 16 + lane;");
            writer.Line("double scale = a->InverseDeviation[channel];");
            if (Trains)
            {
                writer.Line("a->DBias[channel] = (float)sum;");
                writer.Line("a->DW[channel] = (float)(product * scale);");
            }

            writer.Line($"double count = (double)a->Count * {sizes["positions", Strips.Positions]};");
            writer.Line("sums[0] = (float)(sum / count);");
            writer.Line("sums[16] = (float)(product * scale * scale / count);");
        }
    }
}
