using System;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>
/// A pool that a product's driver computes from its rows: they never reach the map's memory, but lines of the thread's own, as many as a window is high,
/// which stay in the first or second-level cache. Rows that two windows share are computed once in a run of tasks.
/// </summary>
/// <param name="Row">The code of a row of windows; its input is the lines.</param>
internal sealed record PooledRows(PoolRow Row)
{
    /// <summary>Floats of the lines of an output block.</summary>
    public int BlockFloats => Row.X.Plane;

    private Window Window => Row.Pool.Window;

    private bool Overlaps => Window.ExtentHeight > Window.StrideHeight;

    /// <summary>Writes the rows of a task, given <c>task</c>, <c>chunk</c>, <c>output</c>, its first block <c>block</c> and the run's <c>b</c>.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="sizes">The sizes.</param>
    /// <param name="run">The output blocks.</param>
    /// <param name="chunks">How many parts the rows are cut into.</param>
    /// <param name="emitLine">Writes the code that computes a row of the map, given the variable that holds its number and a pointer to its line.</param>
    public void Emit(CodeWriter writer, VectorIsa isa, Sizes sizes, OutputRun run, string chunks, Action<string, string> emitLine)
    {
        string rows = sizes["pooledRows", Row.Y.Height], plane = sizes["outputBlock", BlockFloats];
        var lines = new RingLines(sizes["outputRow", Row.X.Row]);
        writer.Line($"float* lines = a->Workspace + (b - block) * {plane}; // {Window.ExtentHeight} rows before the pool.");
        writer.Line($"int first = {rows} * chunk / {chunks};");
        if (Overlaps)
        {
            writer.Line("// Rows that the task before, the part above this one, has left in the lines.");
            writer.Line($"int computed = task > begin && chunk > 0 ? (first - 1) * {Window.StrideHeight} + {Window.ExtentHeight - Window.Top} : 0;");
        }

        using (writer.Block($"for (int row = first; row < {rows} * (chunk + 1) / {chunks}; row++)"))
        {
            writer.Line($"int top = {Row.Top(sizes)}, bottom = Math.Min(top + {Window.ExtentHeight}, {sizes["mapRows", Row.X.Height]});");
            using (writer.Block($"for (int line = {(Overlaps ? "Math.Max(top, computed)" : Window.Top > 0 ? "Math.Max(top, 0)" : "top")}; line < bottom; line++)"))
            {
                emitLine("line", $"lines + {lines.Place(Window, "line")}");
            }

            if (Overlaps)
            {
                writer.Line("computed = bottom;");
            }

            EmitBlocks(writer, isa, sizes, run, plane, lines);
        }
    }

    private void EmitBlocks(CodeWriter writer, VectorIsa isa, Sizes sizes, OutputRun run, string plane, RingLines lines)
    {
        int blocks = (run.Vectors + run.Padding) / isa.VectorsPerBlock;
        using (writer.Block(blocks == 1 ? "" : $"for (int next = 0; next < {blocks}; next++)"))
        {
            writer.Line(blocks == 1
                ? $"float* source = lines, target = output + (nint)b * {sizes.Of("y", Row.Y).Plane};"
                : $"float* source = lines + next * {plane}, target = output + (nint)(b + next) * {sizes.Of("y", Row.Y).Plane};");
            Row.Emit(writer, isa, sizes, lines, Math.Min(run.Vectors, isa.VectorsPerBlock));
        }
    }
}
