using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.RadialBasis;

/// <summary>Gradient of squared distances by the input: 2 * (sum over units of dy[u] * (x - weight[u])).</summary>
/// <param name="X">The input.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="Packing">The vectors.</param>
/// <param name="OutputSample">From an output sample to the next.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record RadialInputGradientKernel(View X, View DX, RadialPacking Packing, int OutputSample, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Gradient of squared distances to {Packing.Units} vectors by their {X.Sizes()} input.";

    public override string Tasks => $"{Packing.Positions}";

    protected override string Title => $"RadialBasis_InputGradient_{X.Sizes()}_{Packing.Units}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        IEnumerable<int> vectors = Enumerable.Range(0, isa.VectorsPerBlock);
        writer.Line(Epilogue.Derivative.IsNone ? "V factor;" : "V factor, y;");
        using (writer.Block("for (int position = begin; position < end; position++)"))
        {
            writer.Line($"float* weights = a->W + (nint)position * {Packing.Units * 16};");
            writer.Line($"float* x = a->X + {RadialPacking.Offset(X)}, dx = a->DX + {RadialPacking.Offset(DX)}, dy = a->DY;");
            using (writer.Block($"for (int sample = 0; sample < a->Count; sample++, x += {X.Sample}, dx += {DX.Sample}, dy += {OutputSample})"))
            {
                writer.Line("V " + string.Join(", ", vectors.Select(v => $"x_v{v} = Load(x{ProductKernel.Plus(v * isa.Lanes)}), sum_v{v} = V.Zero")) + ";");
                using (writer.Block($"for (int unit = 0; unit < {Packing.Units}; unit++)"))
                {
                    writer.Line("factor = Create(dy[unit]);");
                    foreach (int v in vectors)
                    {
                        writer.Line($"sum_v{v} = {isa.MultiplyAdd("factor", $"x_v{v} - Load(weights + unit * 16{ProductKernel.Plus(v * isa.Lanes)})", $"sum_v{v}")};");
                    }
                }

                foreach (int v in vectors)
                {
                    writer.Line($"sum_v{v} += sum_v{v};");
                    Epilogue.Store(writer, isa, $"sum_v{v}", "dx" + ProductKernel.Plus(v * isa.Lanes), "x" + ProductKernel.Plus(v * isa.Lanes));
                }
            }
        }
    }
}
