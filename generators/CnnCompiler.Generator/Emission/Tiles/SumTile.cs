using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>Adds up the output gradients of a block of 16 channels: the gradient of its bias.</summary>
internal sealed record SumTile : Code
{
    public static readonly SumTile Instance = new();

    private const int Unroll = 4;

    public override string Summary => "Adds pixels of one block of 16 channels; four sums run side by side to hide the latency of additions.";

    protected override string Title => "Sum";

    protected override bool IsUnique => true;

    /// <summary>The call that adds lines of pixels.</summary>
    public string Call(VectorIsa isa, string dy, string sums, string pixels, string pixel, string lines, string line) =>
        $"{Name}.{isa.Name}({dy}, {sums}, {pixels}, {pixel}, {lines}, {line});";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(float* dy, float* sums, nint pixels, nint pixel, nint lines, nint line)"))
        {
            using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
            {
                writer.Line("V sum0 = Load(sums + lane), sum1 = V.Zero, sum2 = V.Zero, sum3 = V.Zero;");
                writer.Line("float* start = dy + lane;");
                using (writer.Block("for (nint row = 0; row < lines; row++, start += line)"))
                {
                    writer.Line("float* output = start;");
                    writer.Line("nint left = pixels;");
                    using (writer.Block($"for (; left >= {Unroll}; left -= {Unroll}, output += {Unroll} * pixel)"))
                    {
                        for (int i = 0; i < Unroll; i++)
                        {
                            writer.Line($"sum{i} += Load(output{(i == 0 ? "" : i == 1 ? " + pixel" : $" + {i} * pixel")});");
                        }
                    }

                    using (writer.Block("for (; left > 0; left--, output += pixel)"))
                    {
                        writer.Line("sum0 += Load(output);");
                    }
                }

                writer.Line("((sum0 + sum1) + (sum2 + sum3)).Store(sums + lane);");
            }
        }
    }
}
