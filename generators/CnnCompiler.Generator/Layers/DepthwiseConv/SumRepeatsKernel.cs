using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

/// <summary>The gradient of repeated channels: the sum over the repetitions.</summary>
/// <param name="DY">The gradient by the repeated channels.</param>
/// <param name="DX">The gradient by the channels.</param>
/// <param name="X">The tensor whose activation's derivative is applied.</param>
/// <param name="Times">How often each channel was repeated.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record SumRepeatsKernel(View DY, View DX, View X, int Times, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Sums over the {Times} repetitions of each channel of a {DX.Sizes()} tensor.";

    public override string Tasks => $"{DX.Planes} * p.Count";

    protected override string Title => string.Format(CultureInfo.InvariantCulture, "SumRepeats_{0}_{1}", DX.Sizes(), Times);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line(Epilogue.Derivative.IsNone ? "V value;" : "V value, y;");
        writer.Line("float* sums = stackalloc float[16];");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {DX.Planes}, block = task % {DX.Planes}, channels = Math.Min(16, {DX.Channels} - block * 16);");
            writer.Line("new Span<float>(sums, 16).Clear();");
            using (writer.Block($"for (int row = 0; row < {DX.Height}; row++)"))
            {
                writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + (nint)block * {(long)Times * DY.Plane} + row * {DY.Row};");
                writer.Line($"float* dx = a->DX + (nint)sample * {DX.Sample} + (nint)block * {DX.Plane} + row * {DX.Row};");
                if (!Epilogue.Derivative.IsNone)
                {
                    writer.Line($"float* x = a->X2 + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + row * {X.Row};");
                }

                string step = Epilogue.Derivative.IsNone ? "" : ", x += 16";
                using (writer.Block($"for (int column = 0; column < {DX.Width}; column++, dy += 16, dx += 16{step})"))
                {
                    using (writer.Block($"for (int lane = 0, channel = 0; lane < channels; lane++)"))
                    {
                        writer.Line("float sum = 0f;");
                        using (writer.Block($"for (int i = 0; i < {Times}; i++, channel++)"))
                        {
                            writer.Line($"sum += dy[(nint)(channel / 16) * {DY.Plane} + channel % 16];");
                        }

                        writer.Line("sums[lane] = sum;");
                    }

                    using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                    {
                        writer.Line("value = Load(sums + lane);");
                        Epilogue.Store(writer, isa, "value", "dx + lane", "x + lane");
                    }
                }
            }
        }
    }
}
