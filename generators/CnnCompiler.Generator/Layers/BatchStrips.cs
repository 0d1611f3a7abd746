using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers;

/// <summary>
/// How sums over the batch are cut: tasks are a block of 16 channels of a fixed part of the batch, so that the order of additions does not depend
/// on threads; a task goes over strips of pixels short enough for the first-level cache and for sums of floats.
/// </summary>
/// <param name="X">The input.</param>
/// <param name="DY">The gradient by the output; the same as <paramref name="X"/> where only that is read.</param>
internal readonly record struct BatchStrips(View X, View DY)
{
    /// <summary>Floats that a task leaves: two sums of each channel.</summary>
    public const int Sums = 32;

    private const int PixelsPerStrip = 128, MostParts = 16, WantedTasks = 32;

    public int Blocks => X.Planes;

    /// <summary>Parts of the batch.</summary>
    public int Parts => Math.Max(1, Math.Min(MostParts, WantedTasks / Blocks));

    public int Tasks => Parts * Blocks;

    public int Positions => X.Height * X.Width;

    /// <summary>Whether a strip is a single pixel.</summary>
    public bool IsPixel => Length == 1;

    /// <summary>Floats of all tasks' sums.</summary>
    public int Floats => Tasks * Sums;

    private bool IsFlat => X.HasContiguousRows && DY.HasContiguousRows;

    private int Length => IsFlat ? Positions : X.Width;

    /// <summary>
    /// Writes the loop over tasks and strips. The body finds <c>sums</c>, the task's 32 floats, zero at first; <c>channel</c>, the first channel of
    /// the block, where the gradient is read; <c>pixels</c>, those of the strip; and the strip's start in <c>x</c> (and <c>dy</c>).
    /// </summary>
    public void Emit(CodeWriter writer, Sizes sizes, bool readsGradient, string prologue, Action strip)
    {
        SizedView x = sizes.Of("x", X);
        string blocks = sizes["blocks", Blocks], parts = sizes["parts", Parts];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int part = task / {blocks}, block = task % {blocks}{(readsGradient ? ", channel = block * 16" : "")};");
            writer.Line($"int last = (int)((long)a->Count * (part + 1) / {parts});");
            writer.Line($"float* sums = a->Scratch + task * {Sums};");
            writer.Line($"new Span<float>(sums, {Sums}).Clear();");
            if (prologue.Length > 0)
            {
                writer.Line(prologue);
            }

            using (writer.Block($"for (int sample = (int)((long)a->Count * part / {parts}); sample < last; sample++)"))
            using (writer.Block($"for (int row = 0; row < {sizes["rows", IsFlat ? 1 : X.Height]}; row++)"))
            {
                writer.Line($"float* x = {x.RowAt("X")};");
                if (readsGradient)
                {
                    writer.Line($"float* dy = {sizes.Of("dy", DY).RowAt("DY")};");
                }

                if (IsPixel)
                {
                    strip();
                    return;
                }

                string step = $"x += {PixelsPerStrip * 16}" + (readsGradient ? $", dy += {PixelsPerStrip * 16}" : "");
                using (writer.Block($"for (int left = {sizes["length", Length]}; left > 0; left -= {PixelsPerStrip}, {step})"))
                {
                    writer.Line($"int pixels = Math.Min(left, {PixelsPerStrip});");
                    strip();
                }
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
