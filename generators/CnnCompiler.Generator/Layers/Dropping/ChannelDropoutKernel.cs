using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dropping;

/// <summary>Multiplies each channel of each sample by 0 or by 1 / (1 - rate), chosen as in <see cref="DropoutKernel"/>.</summary>
/// <param name="From">What is read.</param>
/// <param name="To">What is written.</param>
/// <param name="Other">The tensor whose activation's derivative is applied; the same as <paramref name="To"/> without one.</param>
/// <param name="Rate">The probability of 0.</param>
/// <param name="Layer">Tells the layers of a network apart.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Source">The argument that is read.</param>
/// <param name="Target">The argument that is written.</param>
internal sealed record ChannelDropoutKernel(View From, View To, View Other, double Rate, int Layer, Epilogue Epilogue, string Source, string Target) : Kernel
{
    public override string Summary => "Drops channels with a probability and scales the others by 1 / (1 - it).";

    public override string Tasks => $"{From.Planes} * p.Count";

    protected override string Title => $"ChannelDropout_{(Target == "DX" ? "InputGradient" : "Forward")}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Append(MixBits.Instance);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        DropMask.EmitKey(writer, isa, sizes, Layer);
        string blocks = sizes["blocks", From.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            DropMask.EmitNumber(writer, blocks);
            for (int v = 0; v < isa.VectorsPerBlock; v++)
            {
                DropMask.Emit(writer, isa, sizes, Rate, $"Create(unchecked(number * 16u{ProductKernel.Plus(v * isa.Lanes)})) + {isa.VectorClass}<uint>.Indices", $"_v{v}");
                writer.Line($"V factor_v{v} = kept_v{v} & {isa.Broadcast(sizes.Real("scale", 1 / (1 - Rate)))};");
            }

            using (writer.Block($"for (int row = 0; row < {sizes["rows", From.Height]}; row++)"))
            {
                writer.Line($"float* source = {sizes.Of("source", From).RowAt(Source)};");
                writer.Line($"float* target = {sizes.Of("target", To).RowAt(Target)};");
                if (!Epilogue.Derivative.IsNone)
                {
                    writer.Line($"float* output = {sizes.Of("output", Other).RowAt("X2")};");
                }

                using (writer.Block($"for (int i = 0; i < {sizes["length", From.Width * 16]}; i += 16)"))
                {
                    for (int v = 0; v < isa.VectorsPerBlock; v++)
                    {
                        string at = "i" + ProductKernel.Plus(v * isa.Lanes);
                        writer.Line($"V value_v{v} = Load(source + {at}) * factor_v{v};");
                        Epilogue.Store(writer, isa, $"value_v{v}", $"target + {at}", $"output + {at}");
                    }
                }
            }
        }
    }
}
