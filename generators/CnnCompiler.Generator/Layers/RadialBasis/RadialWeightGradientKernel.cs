using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.RadialBasis;

/// <summary>Gradient of squared distances by the vectors: 2 * dy[u] * (weight[u] - x), summed over samples in their order.</summary>
/// <param name="X">The input.</param>
/// <param name="Packing">The vectors in memory.</param>
/// <param name="OutputSample">From an output sample to the next.</param>
internal sealed record RadialWeightGradientKernel(View X, RadialPacking Packing, int OutputSample) : Kernel
{
    // Inputs whose sums run side by side.
    private const int Inputs = 4;

    public override string Summary => $"Gradient of squared distances of {X.Sizes()} to {Packing.Units} vectors by the vectors.";

    public override string Tasks => $"{Packing.Blocks * Packing.Positions}";

    protected override string Title => $"RadialBasis_WeightGradient_{X.Sizes()}_{Packing.Units}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line("V gradient;");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int block = task / {Packing.Positions}, position = task % {Packing.Positions};");
            writer.Line($"float* start = a->X + {RadialPacking.Offset(X)};");
            writer.Line($"float* weights = a->W + (nint)task * {Packing.Channels * 16}, target = a->DW + (nint)task * {Packing.Channels * 16};");
            using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
            {
                int full = Packing.Channels / Inputs * Inputs;
                if (full > 0)
                {
                    using (writer.Block($"for (int input = 0; input < {full}; input += {Inputs})"))
                    {
                        EmitInputs(writer, isa, "input", Inputs);
                    }
                }

                if (full < Packing.Channels)
                {
                    using (writer.Block(""))
                    {
                        EmitInputs(writer, isa, $"{full}", Packing.Channels - full);
                    }
                }
            }
        }
    }

    private void EmitInputs(CodeWriter writer, VectorIsa isa, string first, int count)
    {
        string At(string pointer, int i) => $"{pointer} + ({first}{ProductKernel.Plus(i)}) * 16 + lane";
        writer.Line("V " + string.Join(", ", Enumerable.Range(0, count).Select(i => $"w{i} = Load({At("weights", i)}), sum{i} = V.Zero")) + ";");
        writer.Line("float* x = start, dy = a->DY + block * 16 + lane;");
        using (writer.Block($"for (int sample = 0; sample < a->Count; sample++, x += {X.Sample}, dy += {OutputSample})"))
        {
            writer.Line("gradient = Load(dy);");
            foreach (int i in Enumerable.Range(0, count))
            {
                writer.Line($"sum{i} = {isa.MultiplyAdd("gradient", $"w{i} - Create(x[{first}{ProductKernel.Plus(i)}])", $"sum{i}")};");
            }
        }

        foreach (int i in Enumerable.Range(0, count))
        {
            writer.Line($"(sum{i} + sum{i}).Store({At("target", i)});");
        }
    }
}
