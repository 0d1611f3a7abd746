using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Channelwise;

/// <summary>Adds the parts of <see cref="ChannelPartsKernel"/> in a fixed order: the gradients of a weight, and of a bias, for each channel.</summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="Bias">Whether there is a bias.</param>
/// <param name="Shared">Whether one weight serves all channels.</param>
internal sealed record ChannelGradientKernel(View X, View DY, bool Bias, bool Shared) : Kernel
{
    public override string Summary => $"Gradient of {(Shared ? "the weight of all" : "the weights of")} channels from the parts of the batch.";

    public override string Tasks => Shared ? "1" : $"{Strips.Blocks}";

    protected override string Title => "Channelwise_ParameterGradient";

    private BatchStrips Strips => new(X, DY);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        if (Shared)
        {
            writer.Line("double all = 0;");
        }

        using (writer.Block(Shared ? $"for (int block = 0; block < {sizes["blocks", Strips.Blocks]}; block++)" : "for (int block = begin; block < end; block++)"))
        using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
        {
            writer.Line($"float* sums = a->Scratch + block * {BatchStrips.Sums} + lane;");
            writer.Line(Bias ? "double sum = 0, product = 0;" : "double product = 0;");
            using (writer.Block($"for (int i = 0; i < {sizes["parts", Strips.Parts]}; i++)"))
            {
                string part = sizes["part", Strips.Blocks * BatchStrips.Sums];
                if (Bias)
                {
                    writer.Line($"sum += sums[i * {part}];");
                }

                writer.Line($"product += sums[i * {part} + 16];");
            }

            writer.Line(Shared ? "all += product;" : "a->DW[block * 16 + lane] = (float)product;");
            if (Bias)
            {
                writer.Line("a->DBias[block * 16 + lane] = (float)sum;");
            }
        }

        if (Shared)
        {
            writer.Line("a->DW[0] = (float)all;");
        }
    }
}
