using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>
/// The elementwise part of a normalisation of samples. Forward: (x - mean) * inverse * weight + bias. Backward: inverse * (dy * weight - common -
/// (x - mean) * slope), with both sums as <see cref="GroupGradientSumsKernel"/> leaves them.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output; the same as <paramref name="X"/> forward.</param>
/// <param name="Target">What is written.</param>
/// <param name="Gain">What gain and bias belong to.</param>
/// <param name="Backward">Whether it is the gradient.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record SampleNormKernel(View X, View DY, View Target, NormGain Gain, bool Backward, Epilogue Epilogue) : Kernel
{
    public override string Summary => Backward
        ? $"Gradient of a normalisation of samples by its {X.Sizes()} input."
        : $"Normalisation of samples of {X.Sizes()} with given statistics.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"SampleNorm_{(Backward ? "InputGradient" : "Forward")}_{X.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool flat = X.HasContiguousRows && DY.HasContiguousRows && Target.HasContiguousRows;
        int lines = flat ? 1 : X.Height, length = flat ? X.Height * X.Width : X.Width;
        writer.Line(Epilogue.Derivative.IsNone ? "V value;" : "V value, y;");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            EmitConstants(writer, isa);
            using (writer.Block($"for (int row = 0; row < {lines}; row++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + row * {X.Row};");
                if (Backward)
                {
                    writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + (nint)block * {DY.Plane} + row * {DY.Row};");
                }

                if (Gain == NormGain.Element)
                {
                    writer.Line($"nint element = (nint)block * {X.Height * X.Width * 16} + row * {X.Width * 16};");
                    writer.Line("float* gain = a->W + element" + (Backward ? ";" : ", bias = a->Bias + element;"));
                }

                writer.Line($"float* target = a->{(Backward ? "DX" : "Y")} + (nint)sample * {Target.Sample} + (nint)block * {Target.Plane} + row * {Target.Row};");
                using (writer.Block($"for (int i = 0; i < {length * 16}; i += 16)"))
                {
                    foreach (int v in Enumerable.Range(0, isa.VectorsPerBlock))
                    {
                        string at = "i" + ProductKernel.Plus(v * isa.Lanes);
                        writer.Line($"value = {Value(isa, v, at)};");
                        Epilogue.Store(writer, isa, "value", "target + " + at, "x + " + at);
                    }
                }
            }
        }
    }

    // What is the same for all pixels of a channel.
    private void EmitConstants(CodeWriter writer, VectorIsa isa)
    {
        writer.Line($"float* statistics = a->Mean + (nint)task * {GroupStatisticsKernel.Floats};");
        if (Backward)
        {
            writer.Line($"float* sums = a->Scratch + (nint)task * {ChannelMomentsKernel.Floats};");
        }

        foreach (int v in Enumerable.Range(0, isa.VectorsPerBlock))
        {
            int lane = v * isa.Lanes;
            writer.Line($"V mean_v{v} = Load(statistics + {lane}), rest_v{v} = Load(statistics + {16 + lane}), inverse_v{v} = Load(statistics + {32 + lane});");
            if (Gain == NormGain.Channel)
            {
                string weight = $"Load(a->W + block * 16{ProductKernel.Plus(lane)})";
                writer.Line(Backward ? $"V gain_v{v} = {weight};" : $"V gain_v{v} = inverse_v{v} * {weight}, bias_v{v} = Load(a->Bias + block * 16{ProductKernel.Plus(lane)});");
            }

            if (Backward)
            {
                writer.Line($"V common_v{v} = Load(sums + {lane}), slope_v{v} = Load(sums + {16 + lane});");
            }
        }
    }

    private string Value(VectorIsa isa, int v, string at)
    {
        string centred = $"(Load(x + {at}) - mean_v{v} - rest_v{v})";
        if (Backward)
        {
            string gain = Gain switch { NormGain.Channel => $" * gain_v{v}", NormGain.Element => $" * Load(gain + {at})", _ => "" };
            return $"inverse_v{v} * (Load(dy + {at}){gain} - common_v{v} - {centred} * slope_v{v})";
        }

        return Gain switch
        {
            NormGain.Channel => isa.MultiplyAdd(centred, $"gain_v{v}", $"bias_v{v}"),
            NormGain.Element => isa.MultiplyAdd($"{centred} * inverse_v{v}", $"Load(gain + {at})", $"Load(bias + {at})"),
            _ => $"{centred} * inverse_v{v}",
        };
    }
}
