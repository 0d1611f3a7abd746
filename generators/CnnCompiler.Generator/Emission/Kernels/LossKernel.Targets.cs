using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Emission.Kernels;

// Losses against target values, a block of channels of one position at a time.
internal sealed partial record LossKernel
{
    private void EmitTargets(CodeWriter writer, VectorIsa isa)
    {
        bool padded = X.Channels % 16 != 0;
        using (writer.Block($"for (int block = 0; block < {X.Planes}; block++)"))
        {
            writer.Line($"float* first = targets + (nint)block * {16 * Positions} + row * {X.Width} + column;");
            using (writer.Block("for (int i = 0; i < 16; i++)"))
            {
                string read = $"first[i{(Positions == 1 ? "" : $" * {Positions}")}]";
                writer.Line($"wanted[i] = {(padded ? $"block * 16 + i < {X.Channels} ? {read} : 0f" : read)};");
            }

            using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
            {
                writer.Line($"float* logit = x + block * {X.Plane} + lane, gradient = dx + block * {DX.Plane} + lane;");
                writer.Line("V target = Load(wanted + lane);");
                if (Kind == LossKind.MeanSquaredError)
                {
                    // Where there is no channel both are zero.
                    writer.Line("V difference = Load(logit) - target;");
                    writer.Line("loss += Sum(difference * difference);");
                    writer.Line("value = difference * (2f * scale);");
                }
                else
                {
                    EmitBinaryCrossEntropy(writer, isa, padded);
                }

                Epilogue.Store(writer, isa, "value", "gradient", "logit");
            }
        }
    }

    private void EmitBinaryCrossEntropy(CodeWriter writer, VectorIsa isa, bool padded)
    {
        writer.Line("// max(x, 0) - x * t + log(1 + e^-|x|): the logarithms of a vector are that of a product.");
        writer.Line("V input = Load(logit);");
        writer.Line($"V e = {MathFunction.Exp.Call(isa, "-Abs(input)")}, factor = V.One + e;");
        writer.Line("V terms = MaxNative(V.Zero, input) - input * target;");
        writer.Line($"value = ({isa.Select(isa.GreaterThan("input", "V.Zero"), "V.One", "e")} / factor - target) * scale;");
        if (padded)
        {
            writer.Line($"V valid = LessThan(V.Indices + Create((float)(block * 16 + lane)), Create({X.Channels}f));");
            writer.Line($"factor = {isa.Select("valid", "factor", "V.One")};");
            writer.Line("terms &= valid;");
            writer.Line("value &= valid;");
        }

        writer.Line("double product = factor[0];");
        using (writer.Block($"for (int i = 1; i < {isa.Lanes}; i++)"))
        {
            writer.Line("product *= factor[i];");
        }

        writer.Line("loss += Sum(terms) + Math.Log(product);");
    }
}
