using System;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;

namespace CnnCompiler.Generator.Layers.LocalResponseNorm;

/// <summary>
/// Sums over neighbouring channels. The channels of a position are copied to a line without blocks, with zeros at both ends, from which shifted vectors are
/// read.
/// </summary>
/// <param name="Channels">Channels of the tensor.</param>
/// <param name="Size">Channels of a window.</param>
internal readonly record struct ChannelWindow(int Channels, int Size)
{
    // Beyond, a loop reads the shifted vectors.
    private const int MostUnrolled = 12;

    /// <summary>Zeros at each end, in whole vectors.</summary>
    public int Border => (Math.Min(Size / 2, Channels - 1) + 15) / 16 * 16;

    /// <summary>Floats of a line.</summary>
    public int Floats => ((Channels + 15) / 16 * 16) + (2 * Border);

    /// <summary>Writes code that zeroes the ends of a line.</summary>
    public void Clear(CodeWriter writer, string line)
    {
        if (Border > 0)
        {
            writer.Line($"new Span<float>({line}, {Border}).Clear();");
            writer.Line($"new Span<float>({line} + {Floats - Border}, {Border}).Clear();");
        }
    }

    /// <summary>Writes code that puts the sum over the windows of a vector of channels into variable <c>sum</c>.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="vector">The channels.</param>
    /// <param name="line">The line; a pointer to its first zero.</param>
    /// <param name="mirrored">Whether the windows are those that a channel lies in, instead of those around it.</param>
    public void EmitSum(CodeWriter writer, ChannelVector vector, string line, bool mirrored)
    {
        int before = Math.Min(mirrored ? (Size - 1) / 2 : Size / 2, Channels - 1), after = Math.Min(mirrored ? Size / 2 : (Size - 1) / 2, Channels - 1);
        string first = vector.At(line, 16) + ProductKernel.Plus(Border - before);
        int count = before + after + 1;
        if (count <= MostUnrolled)
        {
            writer.Line($"sum = {string.Join(" + ", Enumerable.Range(0, count).Select(i => $"Load({first}{ProductKernel.Plus(i)})"))};");
            return;
        }

        writer.Line("sum = V.Zero;");
        using (writer.Block($"for (int i = 0; i < {count}; i++)"))
        {
            writer.Line($"sum += Load({first} + i);");
        }
    }
}
