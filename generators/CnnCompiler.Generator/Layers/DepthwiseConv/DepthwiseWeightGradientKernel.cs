using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

/// <summary>
/// The gradient of depthwise weights (and of the bias): products of inputs and output gradients in the same lanes, summed over pixels. Tasks are a block
/// of 16 channels of a fixed part of the batch, which another kernel adds in order: the bits do not depend on threads.
/// </summary>
/// <param name="Layer">The readable part of the name.</param>
/// <param name="Window">The window.</param>
/// <param name="X">The input, with as many channels as the output.</param>
/// <param name="DY">The output gradient.</param>
/// <param name="Parts">Parts of the batch; 1 writes the gradient itself.</param>
/// <param name="Bias">Whether there is a bias gradient too.</param>
internal sealed record DepthwiseWeightGradientKernel(string Layer, Window Window, View X, View DY, int Parts, bool Bias) : Kernel
{
    public override string Summary => "Gradient of the weights" + (Bias ? " and the bias" : "") + " of a depthwise convolution, summed over pixels.";

    public override string Tasks => $"{Parts * DY.Planes}";

    protected override string Title => Layer;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Bias ? [SumTile.Instance] : [];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int blocks = DY.Planes, taps = Window.Taps;
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int part = task / {blocks}, block = task % {blocks};");
            writer.Line($"float* dw = a->DW + (nint)task * {taps * 16};");
            writer.Line($"new Span<float>(dw, {taps * 16}).Clear();");
            if (Bias)
            {
                writer.Line("float* db = a->DBias + task * 16;");
                writer.Line("new Span<float>(db, 16).Clear();");
            }

            using (writer.Block($"for (int sample = (int)((long)a->Count * part / {Parts}); sample < (int)((long)a->Count * (part + 1) / {Parts}); sample++)"))
            {
                writer.Line($"float* input = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane}{ProductKernel.Plus(-(Window.Top * X.Row) - (Window.Left * 16))};");
                writer.Line($"float* output = a->DY + (nint)sample * {DY.Sample} + (nint)block * {DY.Plane};");
                if (Bias)
                {
                    writer.Line(SumTile.Instance.Call(isa, "output", "db", $"{DY.Width}", "16", $"{DY.Height}", $"{DY.Row}"));
                }

                using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                {
                    EmitTaps(writer, isa);
                }
            }
        }
    }

    // A small window keeps the sums of all its positions in registers; a larger one goes row by row, in groups that fit.
    private void EmitTaps(CodeWriter writer, VectorIsa isa)
    {
        int most = isa.Registers - 4, row = Window.DilationHeight * X.Row, column = Window.DilationWidth * 16;
        if (Window.Taps <= most)
        {
            EmitGroup(writer, isa, "input + lane", "dw + lane", [.. from y in Enumerable.Range(0, Window.KernelHeight)
                                                                   from x in Enumerable.Range(0, Window.KernelWidth)
                                                                   select (y * row) + (x * column)]);
            return;
        }

        int size = Math.Min(most, Window.KernelWidth), groups = Window.KernelWidth / size, rest = Window.KernelWidth % size;
        using (writer.Block($"for (int y = 0; y < {Window.KernelHeight}; y++)"))
        {
            using (writer.Block($"for (int group = 0; group < {groups}; group++)"))
            {
                EmitGroup(
                    writer, isa, $"input + lane + y * {row} + group * {size * column}", $"dw + lane + y * {Window.KernelWidth * 16} + group * {size * 16}",
                    [.. Enumerable.Range(0, size).Select(x => x * column)]);
            }

            if (rest > 0)
            {
                EmitGroup(
                    writer, isa, $"input + lane + y * {row} + {groups * size * column}", $"dw + lane + y * {Window.KernelWidth * 16} + {groups * size * 16}",
                    [.. Enumerable.Range(0, rest).Select(x => x * column)]);
            }
        }
    }

    private void EmitGroup(CodeWriter writer, VectorIsa isa, string input, string weights, int[] offsets)
    {
        using (writer.Block($"// {offsets.Length} window positions, their sums in registers."))
        {
            writer.Line($"float* start = {input}, sums = {weights}, gradient = output + lane;");
            for (int k = 0; k < offsets.Length; k++)
            {
                writer.Line($"V acc_k{k} = Load(sums{ProductKernel.Plus(16 * k)});");
            }

            using (writer.Block($"for (int row = 0; row < {DY.Height}; row++, start += {Window.StrideHeight * X.Row}, gradient += {DY.Row})"))
            {
                writer.Line("float* x = start, dy = gradient;");
                using (writer.Block($"for (int column = 0; column < {DY.Width}; column++, x += {Window.StrideWidth * 16}, dy += 16)"))
                {
                    writer.Line("V g = Load(dy);");
                    for (int k = 0; k < offsets.Length; k++)
                    {
                        writer.Line($"acc_k{k} = {isa.MultiplyAdd("g", $"Load(x{ProductKernel.Plus(offsets[k])})", $"acc_k{k}")};");
                    }
                }
            }

            for (int k = 0; k < offsets.Length; k++)
            {
                writer.Line($"acc_k{k}.Store(sums{ProductKernel.Plus(16 * k)});");
            }
        }
    }
}
