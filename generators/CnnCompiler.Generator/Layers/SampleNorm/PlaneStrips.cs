using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>
/// Loops over the pixels of one block of 16 channels of one sample, in strips short enough for the first-level cache and for sums of floats.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output; the same as <paramref name="X"/> where only that is read.</param>
internal readonly record struct PlaneStrips(View X, View DY)
{
    private const int PixelsPerStrip = 128;

    private bool IsFlat => X.HasContiguousRows && DY.HasContiguousRows;

    /// <summary>
    /// Writes the loops. The body finds <c>pixels</c>, those of the strip; and the strip's start in <c>x</c>, <c>dy</c> and <c>gain</c> where they are read.
    /// Outside are <c>sample</c> and <c>block</c>.
    /// </summary>
    /// <param name="writer">The code.</param>
    /// <param name="readsGradient">Whether <c>dy</c> is read.</param>
    /// <param name="readsGain">Whether a gain per element is read.</param>
    /// <param name="strip">Writes the body.</param>
    public void Emit(CodeWriter writer, bool readsGradient, bool readsGain, Action strip)
    {
        int lines = IsFlat ? 1 : X.Height, length = IsFlat ? X.Height * X.Width : X.Width;
        using (writer.Block($"for (int row = 0; row < {lines}; row++)"))
        {
            string step = $"x += {PixelsPerStrip * 16}";
            writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + row * {X.Row};");
            if (readsGradient)
            {
                writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + (nint)block * {DY.Plane} + row * {DY.Row};");
                step += $", dy += {PixelsPerStrip * 16}";
            }

            if (readsGain)
            {
                writer.Line($"float* gain = a->W + (nint)block * {X.Height * X.Width * 16} + row * {X.Width * 16};");
                step += $", gain += {PixelsPerStrip * 16}";
            }

            using (writer.Block($"for (int left = {length}; left > 0; left -= {PixelsPerStrip}, {step})"))
            {
                writer.Line($"int pixels = Math.Min(left, {PixelsPerStrip});");
                strip();
            }
        }
    }

    /// <summary>
    /// Writes a loop of variable <c>i</c> over the pixels of a strip, four at a time, for four sums that run side by side to hide the latency of additions.
    /// </summary>
    /// <param name="writer">The code.</param>
    /// <param name="add">The text that adds the pixel at an offset to a sum.</param>
    public static void EmitPixels(CodeWriter writer, Func<string, int, string> add)
    {
        using (writer.Block("for (i = lane; i < (pixels - 3) * 16; i += 64)"))
        {
            for (int sum = 0; sum < 4; sum++)
            {
                writer.Line(add(sum == 0 ? "i" : $"i + {16 * sum}", sum));
            }
        }

        using (writer.Block("for (; i < pixels * 16; i += 16)"))
        {
            writer.Line(add("i", 0));
        }
    }
}
