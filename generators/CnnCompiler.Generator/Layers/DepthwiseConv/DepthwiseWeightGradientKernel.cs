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
        SizedView x = sizes.Of("x", X), dy = sizes.Of("dy", DY);
        string blocks = sizes["blocks", DY.Planes], parts = sizes["parts", Parts];
        int taps = Window.Taps;
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

            using (writer.Block($"for (int sample = (int)((long)a->Count * part / {parts}); sample < (int)((long)a->Count * (part + 1) / {parts}); sample++)"))
            {
                writer.Line($"float* input = {x.At("X")} - {sizes["corner", (Window.Top * X.Row) + (Window.Left * 16)]}, output = {dy.At("DY")};");
                if (Bias)
                {
                    writer.Line(SumTile.Instance.Call(isa, "output", "db", sizes["width", DY.Width], "16", sizes["height", DY.Height], dy.Row));
                }

                using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                {
                    EmitTaps(writer, isa, sizes);
                }
            }
        }
    }

    // A small window keeps the sums of all its positions in registers; a larger one goes row by row, in groups that fit.
    private void EmitTaps(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int most = isa.Registers - 4, column = Window.DilationWidth * 16;
        if (Window.Taps <= most)
        {
            EmitGroup(writer, isa, sizes, "input + lane", "dw + lane", Window.KernelHeight, Window.KernelWidth);
            return;
        }

        int size = Math.Min(most, Window.KernelWidth), groups = Window.KernelWidth / size, rest = Window.KernelWidth % size;
        using (writer.Block($"for (int y = 0; y < {Window.KernelHeight}; y++)"))
        {
            string line = $"input + lane + y * {sizes["rowStep", Window.DilationHeight * X.Row]}";
            using (writer.Block($"for (int group = 0; group < {groups}; group++)"))
            {
                EmitGroup(writer, isa, sizes, $"{line} + group * {size * column}", $"dw + lane + y * {Window.KernelWidth * 16} + group * {size * 16}", 1, size);
            }

            if (rest > 0)
            {
                EmitGroup(writer, isa, sizes, $"{line} + {groups * size * column}", $"dw + lane + y * {Window.KernelWidth * 16} + {groups * size * 16}", 1, rest);
            }
        }
    }

    private void EmitGroup(CodeWriter writer, VectorIsa isa, Sizes sizes, string input, string weights, int rows, int columns)
    {
        SizedView dy = sizes.Of("dy", DY);
        using (writer.Block($"// {rows * columns} window positions, their sums in registers."))
        {
            writer.Line($"float* start = {input}, sums = {weights}, gradient = output + lane;");
            for (int k = 0; k < rows * columns; k++)
            {
                writer.Line($"V acc_k{k} = Load(sums{ProductKernel.Plus(16 * k)});");
            }

            using (writer.Block($"for (int row = 0; row < {sizes["height", DY.Height]}; row++, start += {sizes["inputRow", Window.StrideHeight * X.Row]}, gradient += {dy.Row})"))
            {
                IEnumerable<string> lines = Enumerable.Range(1, rows - 1).Select(y => $", x{y} = start + {y} * {sizes["rowStep", Window.DilationHeight * X.Row]}");
                writer.Line($"float* x0 = start{string.Concat(lines)}, dy = gradient;");
                string steps = string.Concat(Enumerable.Range(0, rows).Select(y => $"x{y} += {Window.StrideWidth * 16}, "));
                using (writer.Block($"for (int column = 0; column < {sizes["width", DY.Width]}; column++, {steps}dy += 16)"))
                {
                    writer.Line("V g = Load(dy);");
                    for (int k = 0; k < rows * columns; k++)
                    {
                        writer.Line($"acc_k{k} = {isa.MultiplyAdd("g", $"Load(x{k / columns}{ProductKernel.Plus(k % columns * Window.DilationWidth * 16)})", $"acc_k{k}")};");
                    }
                }
            }

            for (int k = 0; k < rows * columns; k++)
            {
                writer.Line($"acc_k{k}.Store(sums{ProductKernel.Plus(16 * k)});");
            }
        }
    }
}
