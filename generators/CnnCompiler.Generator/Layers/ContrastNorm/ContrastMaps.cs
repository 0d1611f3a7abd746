using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ContrastNorm;

/// <summary>Maps of one number for each position of a sample, and sums over windows of them: over rows first, then over columns.</summary>
/// <param name="X">The input.</param>
/// <param name="Size">Side of the window.</param>
internal readonly record struct ContrastMaps(View X, int Size)
{
    /// <summary>Maps that forward steps leave to each other and to the backward ones: means relative to the first value, 1 / deviations.</summary>
    public const int Kept = 2;

    /// <summary>Maps of the steps' working memory; the last one holds sums over rows while a row is computed.</summary>
    public const int Working = 4;

    /// <summary>Floats of a map, in whole vectors.</summary>
    public int Floats => ((X.Height * X.Width) + 15) / 16 * 16;

    private int HalfHeight => Math.Min(Size / 2, X.Height);

    private int HalfWidth => Math.Min(Size / 2, X.Width);

    /// <summary>Writes the variables of a task, a row of a sample: maps <c>means</c> and <c>inverses</c> at the row, <c>maps</c> at the sample, <c>pivot</c>.</summary>
    public void EmitTask(CodeWriter writer, bool readsGradient, View dy)
    {
        writer.Line($"int sample = task / {X.Height}, row = task % {X.Height};");
        writer.Line($"float* x = a->X + (nint)sample * {X.Sample};");
        writer.Line("V pivot = Create(x[0]);");
        writer.Line($"x += row * {X.Row};");
        if (readsGradient)
        {
            writer.Line($"float* dy = a->DY + (nint)sample * {dy.Sample} + row * {dy.Row};");
        }

        writer.Line($"float* means = a->Mean + (nint)sample * {Kept * Floats} + row * {X.Width}, inverses = means + {Floats};");
        writer.Line($"float* maps = a->Scratch + (nint)sample * {Working * Floats};");
    }

    /// <summary>Writes the number of rows in the window to <c>rows</c>.</summary>
    public void EmitRows(CodeWriter writer) => writer.Line(
        $"int top = Math.Max(row - {HalfHeight}, 0), rows = Math.Min(row + {HalfHeight}, {X.Height - 1}) + 1 - top;");

    /// <summary>Writes the sums over the window's rows of a map to <c>columns</c>, after <see cref="EmitRows"/>.</summary>
    public void EmitColumns(CodeWriter writer, VectorIsa isa, int map)
    {
        writer.Line("// Sums over the rows of the window.");
        writer.Line($"float* columns = maps + {(Working - 1) * Floats} + row * {X.Width};");
        writer.Line($"new Span<float>(columns, {X.Width}).Clear();");
        using (writer.Block("for (int r = top; r < top + rows; r++)"))
        {
            writer.Line($"float* line = maps + {map * Floats} + r * {X.Width};");
            writer.Line("int i = 0;");
            if (X.Width >= isa.Lanes)
            {
                using (writer.Block($"for (; i <= {X.Width - isa.Lanes}; i += {isa.Lanes})"))
                {
                    writer.Line("(Load(columns + i) + Load(line + i)).Store(columns + i);");
                }
            }

            using (writer.Block($"for (; i < {X.Width}; i++)"))
            {
                writer.Line("columns[i] += line[i];");
            }
        }
    }

    /// <summary>Writes the share of a value in the mean around a position to <c>share</c>, after <see cref="EmitRows"/>.</summary>
    public void EmitShare(CodeWriter writer)
    {
        writer.Line($"int left = Math.Max(column - {HalfWidth}, 0), right = Math.Min(column + {HalfWidth}, {X.Width - 1});");
        writer.Line($"float share = 1f / (rows * (right + 1 - left) * {X.Channels});");
    }

    /// <summary>Writes the sum over the window around a position to <c>box</c>, after <see cref="EmitColumns"/> and <see cref="EmitShare"/>.</summary>
    public static void EmitBox(CodeWriter writer)
    {
        writer.Line("float box = 0f;");
        using (writer.Block("for (int i = left; i <= right; i++)"))
        {
            writer.Line("box += columns[i];");
        }
    }
}
