using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.BatchNorm;

/// <summary>
/// The elementwise part of a batch normalisation. Forward: (x - mean) * gain + bias, with gain = weight / sqrt(variance + epsilon).
/// Backward: gain * (dy - mean of dy - (x - mean) * c), c as <see cref="BatchGradientSumsKernel"/> leaves it (Ioffe, Szegedy 2015).
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output; the same as <paramref name="X"/> forward.</param>
/// <param name="Target">What is written.</param>
/// <param name="Addend">What the epilogue adds, if anything.</param>
/// <param name="Affine">Whether there are a weight and a bias.</param>
/// <param name="Backward">Whether it is the gradient.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record BatchNormKernel(View X, View DY, View Target, View Addend, bool Affine, bool Backward, Epilogue Epilogue) : Kernel
{
    public override string Summary => Backward
        ? "Gradient of batch normalisation by its input."
        : "Batch normalisation with given statistics.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"BatchNorm_{(Backward ? "InputGradient" : "Forward")}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool flat = X.HasContiguousRows && DY.HasContiguousRows && Target.HasContiguousRows && Addend.HasContiguousRows;
        string blocks = sizes["blocks", X.Planes], rows = sizes["rows", flat ? 1 : X.Height], length = sizes["length", 16 * X.Width * (flat ? X.Height : 1)];
        writer.Line(Epilogue.Derivative.IsNone ? "V value;" : "V value, y;");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks}, channel = block * 16;");
            EmitConstants(writer, isa);
            using (writer.Block($"for (int row = 0; row < {rows}; row++)"))
            {
                writer.Line($"float* x = {sizes.Of("x", X).RowAt("X")};");
                if (Backward)
                {
                    writer.Line($"float* dy = {sizes.Of("dy", DY).RowAt("DY")};");
                }

                writer.Line($"float* target = {sizes.Of("target", Target).RowAt(Backward ? "DX" : "Y")};");
                if (Epilogue.Addend)
                {
                    writer.Line($"float* addend = {sizes.Of("addend", Addend).RowAt("X2")};");
                }

                using (writer.Block($"for (int i = 0; i < {length}; i += 16)"))
                {
                    foreach (int v in Enumerable.Range(0, isa.VectorsPerBlock))
                    {
                        string at = "i" + ProductKernel.Plus(v * isa.Lanes);
                        writer.Line($"value = {Value(isa, v, at)};");
                        Epilogue.Store(writer, isa, "value", "target + " + at, (Epilogue.Addend ? "addend + " : "x + ") + at);
                    }
                }
            }
        }
    }

    // What is the same for all pixels of a channel.
    private void EmitConstants(CodeWriter writer, VectorIsa isa)
    {
        if (Backward)
        {
            writer.Line($"float* sums = a->Scratch + block * {BatchStrips.Sums};");
        }

        foreach (int v in Enumerable.Range(0, isa.VectorsPerBlock))
        {
            string lane = ProductKernel.Plus(v * isa.Lanes), channel = "channel" + lane;
            string gain = $"Load(a->InverseDeviation + {channel})" + (Affine ? $" * Load(a->W + {channel})" : "");
            string rest = Backward ? $", common_v{v} = Load(sums{lane}), slope_v{v} = Load(sums + {16 + (v * isa.Lanes)})"
                : Affine ? $", bias_v{v} = Load(a->Bias + {channel})" : "";
            writer.Line($"V mean_v{v} = Load(a->Mean + {channel}), gain_v{v} = {gain}{rest};");
        }
    }

    private string Value(VectorIsa isa, int v, string at)
    {
        string centred = $"(Load(x + {at}) - mean_v{v})";
        return Backward ? $"gain_v{v} * (Load(dy + {at}) - common_v{v} - {centred} * slope_v{v})"
            : Affine ? isa.MultiplyAdd(centred, $"gain_v{v}", $"bias_v{v}") : $"{centred} * gain_v{v}";
    }
}
