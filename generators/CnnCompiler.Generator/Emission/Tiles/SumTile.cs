using System.Globalization;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>Adds up the output gradients of a block of 16 channels: the gradient of its bias.</summary>
/// <param name="Pixel">From a pixel (or sample) to the next.</param>
internal sealed record SumTile(int Pixel) : Code
{
    private const int Unroll = 4;

    public override string Summary => "Adds pixels of one block of 16 channels; four sums run side by side to hide the latency of additions.";

    protected override string Title => string.Format(CultureInfo.InvariantCulture, "Sum_X{0}", Pixel);

    protected override bool IsUnique => true;

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* dy, float* sums, nint pixels, nint lines, nint line)"))
        {
            using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
            {
                writer.Line("V sum0 = Load(sums + lane), sum1 = V.Zero, sum2 = V.Zero, sum3 = V.Zero;");
                writer.Line("float* start = dy + lane;");
                using (writer.Block("for (nint row = 0; row < lines; row++, start += line)"))
                {
                    writer.Line("float* output = start;");
                    writer.Line("nint left = pixels;");
                    using (writer.Block($"for (; left >= {Unroll}; left -= {Unroll}, output += {Unroll * Pixel})"))
                    {
                        for (int i = 0; i < Unroll; i++)
                        {
                            writer.Line($"sum{i} += Load(output + {i * Pixel});");
                        }
                    }

                    using (writer.Block($"for (; left > 0; left--, output += {Pixel})"))
                    {
                        writer.Line("sum0 += Load(output);");
                    }
                }

                writer.Line("((sum0 + sum1) + (sum2 + sum3)).Store(sums + lane);");
            }
        }
    }
}
