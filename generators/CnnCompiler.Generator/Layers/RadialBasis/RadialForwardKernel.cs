using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.RadialBasis;

/// <summary>Squared distances of some samples to 16 vectors at a time.</summary>
/// <param name="X">The input.</param>
/// <param name="Packing">The vectors in memory.</param>
/// <param name="OutputSample">From an output sample to the next.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record RadialForwardKernel(View X, RadialPacking Packing, int OutputSample, Epilogue Epilogue) : Kernel
{
    // Samples whose sums run side by side: enough to hide the latency of additions, few enough for the registers.
    private const int Samples = 4;

    public override string Summary => $"Squared distances of {X.Sizes()} to {Packing.Units} vectors.";

    public override string Tasks => $"{Packing.Blocks} * ((p.Count + {Samples - 1}) / {Samples})";

    protected override string Title => $"RadialBasis_Forward_{X.Sizes()}_{Packing.Units}";

    private int Tail => Packing.Units % 16;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line("V difference;");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int block = task % {Packing.Blocks}, sample = task / {Packing.Blocks} * {Samples}, last = Math.Min(sample + {Samples}, a->Count);");
            using (writer.Block($"if (sample + {Samples} == last)"))
            {
                EmitTile(writer, isa, Samples);
                writer.Line("continue;");
            }

            writer.Line();
            using (writer.Block("for (; sample < last; sample++)"))
            {
                EmitTile(writer, isa, 1);
            }
        }
    }

    private void EmitTile(CodeWriter writer, VectorIsa isa, int samples)
    {
        int vectors = isa.VectorsPerBlock;
        foreach (int s in Enumerable.Range(0, samples))
        {
            writer.Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"sum_s{s}_v{v} = V.Zero")) + ";");
        }

        writer.Line($"float* weights = a->W + (nint)block * {Packing.BlockFloats};");
        using (writer.Block($"for (int position = 0; position < {Packing.Positions}; position++)"))
        {
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + {RadialPacking.Offset(X)};");
            using (writer.Block($"for (int input = 0; input < {Packing.Channels}; input++, weights += 16)"))
            {
                writer.Line("V " + string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"w_v{v} = Load(weights{ProductKernel.Plus(v * isa.Lanes)})")) + ";");
                foreach (int s in Enumerable.Range(0, samples))
                {
                    writer.Line($"V x_s{s} = Create(x[input{(s == 0 ? "" : $" + (nint){s} * {X.Sample}")}]);");
                    foreach (int v in Enumerable.Range(0, vectors))
                    {
                        writer.Line($"difference = x_s{s} - w_v{v}; sum_s{s}_v{v} = {isa.MultiplyAdd("difference", "difference", $"sum_s{s}_v{v}")};");
                    }
                }
            }
        }

        EmitStores(writer, isa, samples);
    }

    private void EmitStores(CodeWriter writer, VectorIsa isa, int samples)
    {
        writer.Line($"float* target = a->Y + (nint)sample * {OutputSample} + block * 16;");
        if (Tail > 0)
        {
            writer.Line("// Units that only fill up the last block stay zero: their vectors are zero, their distances are not.");
            writer.Line($"float units = {Packing.Units}f - block * 16;");
        }

        foreach ((int s, int v) in from s in Enumerable.Range(0, samples) from v in Enumerable.Range(0, isa.VectorsPerBlock) select (s, v))
        {
            if (Tail > 0)
            {
                writer.Line($"sum_s{s}_v{v} &= LessThan(V.Indices, Create(units - {v * isa.Lanes}f));");
            }

            Epilogue.Store(writer, isa, $"sum_s{s}_v{v}", $"target + {(s * OutputSample) + (v * isa.Lanes)}", "");
        }
    }
}
