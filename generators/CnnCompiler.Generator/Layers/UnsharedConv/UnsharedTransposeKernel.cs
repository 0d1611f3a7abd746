using System;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>
/// Copies weights for the gradient by the input: for each pattern of input positions and each block of inputs, <c>[output block][window row][window
/// column][output][16 inputs]</c> of the windows that the position lies in.
/// </summary>
/// <param name="Geometry">Shapes, window and tile.</param>
/// <param name="Rows">Patterns along the height.</param>
/// <param name="Columns">Patterns along the width.</param>
internal sealed record UnsharedTransposeKernel(UnsharedGeometry Geometry, InputPatterns Rows, InputPatterns Columns) : Kernel
{
    public override string Summary => "Weights for the gradient by the input: outputs in rows, inputs in lanes, windows in the order in which a position lies in them.";

    public override string Tasks => $"{Rows.Count * Columns.Count * Geometry.InputBlocks}";

    /// <summary>Outputs of one block.</summary>
    public int Outputs => Math.Min(16, Geometry.Output.Channels);

    /// <summary>Floats from a block of inputs to the next.</summary>
    public long Block => (long)Geometry.OutputBlocks * Rows.MostTaps * Columns.MostTaps * Outputs * 16;

    /// <summary>Floats of the result.</summary>
    public long Floats => Rows.Count * Columns.Count * Geometry.InputBlocks * Block;

    protected override string Title => $"UnsharedConv_Transpose_{Geometry.Title}";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        UnsharedGeometry g = Geometry;
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int source = task % {g.InputBlocks}, column = task / {g.InputBlocks} % {Columns.Count}, row = task / {g.InputBlocks * Columns.Count};");
            writer.Line($"int firstY = {Rows.First("row")}, firstX = {Columns.First("column")}, i = {Rows.Output("row")}, j = {Columns.Output("column")};");
            writer.Line($"float* target = a->Scratch + task * {Block}L;");
            using (writer.Block($"for (int block = 0; block < {g.OutputBlocks}; block++)"))
            using (writer.Block($"for (int y = firstY; y < {g.Window.KernelHeight}; y += {g.Window.StrideHeight})"))
            using (writer.Block($"for (int z = firstX; z < {g.Window.KernelWidth}; z += {g.Window.StrideWidth})"))
            {
                writer.Line("// Outputs beyond the border have gradients of zero: any weights do.");
                writer.Line($"int placeY = Modulo(i - (y - firstY) / {g.Window.StrideHeight}, {g.TileHeight}), placeX = Modulo(j - (z - firstX) / {g.Window.StrideWidth}, {g.TileWidth});");
                writer.Line($"float* weights = a->W + (placeY * {g.TileWidth} + placeX) * {g.Place}L + (nint)block * {g.WeightBlock} + (nint)source * {g.InputMajor} + (y * {g.Window.KernelWidth} + z) * {g.Tap};");
                using (writer.Block($"for (int output = 0; output < {Outputs}; output++, target += 16)"))
                using (writer.Block("for (int lane = 0; lane < 16; lane++)"))
                {
                    writer.Line(g.Inputs == 16 ? "target[lane] = weights[lane * 16 + output];" : $"target[lane] = lane < {g.Inputs} ? weights[lane * 16 + output] : 0f;");
                }
            }
        }

        writer.Line();
        writer.Line("static int Modulo(int value, int divisor) => (value % divisor + divisor) % divisor;");
    }
}
