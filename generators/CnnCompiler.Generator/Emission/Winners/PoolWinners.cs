using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;
using static System.FormattableString;

namespace CnnCompiler.Generator.Emission.Winners;

/// <summary>
/// The pixels that won the windows of a maximum: where they alone have a gradient, the kernels of the convolution before go from one to the next, and never
/// see the zeros between.
/// </summary>
/// <param name="Gradient">The gradient by the maximum (argument DY).</param>
/// <param name="Output">The maximum (Y); the winning taps (Switches) lie in its order, without a halo.</param>
/// <param name="Pool">The maximum's window.</param>
/// <param name="Convolution">The window of the convolution, which moves by its stride from one winner's place to the next.</param>
/// <param name="Derivative">The activation of the convolution, whose output the maximum is.</param>
internal sealed record PoolWinners(View Gradient, View Output, Window Pool, Window Convolution, Activation Derivative)
{
    /// <summary>The window of the convolution, for names: <c>K5S1</c>.</summary>
    public string Title => PoolFunction.Describe(Convolution);

    /// <summary>Code that it calls.</summary>
    public IEnumerable<Code> Uses => Derivative.DerivativeUses();

    /// <summary>Writes a table: from the place of a window's first tap to that of each other one.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="row">From a row to the next of the tensor that the convolution moves over.</param>
    /// <param name="pixel">From a column to the next.</param>
    public void EmitPlaces(CodeWriter writer, Sizes sizes, string row, string pixel)
    {
        string taps = Invariant($"{Pool.Taps}"), columns = Invariant($"{Pool.KernelWidth}");
        writer.Line($"int* places = stackalloc int[{taps}];");
        using (writer.Block($"for (int tap = 0; tap < {taps}; tap++)"))
        {
            writer.Line($"places[tap] = tap / {columns} * {sizes["tapRows", Pool.DilationHeight * Convolution.StrideHeight]} * {row} + tap % {columns} * {sizes["tapColumns", Pool.DilationWidth * Convolution.StrideWidth]} * {pixel};");
        }

        writer.Line();
    }

    /// <summary>Pixels from the first pixel of the padded map to the place of the first window's first tap: less than none where the pool is padded.</summary>
    public (int Rows, int Columns) First => (-Pool.Top * Convolution.StrideHeight, -Pool.Left * Convolution.StrideWidth);

    /// <summary>Pixels from the place of a window to that of the one below or beside it.</summary>
    public (int Rows, int Columns) Step => (Pool.StrideHeight * Convolution.StrideHeight, Pool.StrideWidth * Convolution.StrideWidth);

    /// <summary>Writes loops that take the gradients of block <c>block</c> of sample <c>sample</c>, times the derivative, to <c>shares</c>.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="isa">The instruction set.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="from">The first line of windows.</param>
    /// <param name="to">The line behind the last one.</param>
    /// <param name="sums">Pointer to 16 sums to which they are added too; null: they are not.</param>
    public void EmitShares(CodeWriter writer, VectorIsa isa, Sizes sizes, string from, string to, string? sums)
    {
        int vectors = Gradient.Vectors(isa);
        string Each(string text) => string.Join(" ", Enumerable.Range(0, vectors).Select(v => text.Replace("#", $"{v}").Replace("@", ProductKernel.Plus(v * isa.Lanes))));
        if (sums is not null)
        {
            writer.Line(Each($"V sum# = Load({sums}@);"));
        }

        using (writer.Block($"for (int i = {from}; i < {to}; i++)"))
        {
            writer.Line($"float* gradient = {sizes.Of("dy", Gradient).At("DY")} + i * {sizes.Of("dy", Gradient).Row}, share = shares + {Line(from)} * {sizes["columns", Output.Width]} * 16;");
            if (!Derivative.IsNone)
            {
                writer.Line($"float* output = {sizes.Of("y", Output).At("Y")} + i * {sizes.Of("y", Output).Row};");
            }

            using (writer.Block($"for (int j = 0; j < {sizes["columns", Output.Width]}; j++)"))
            {
                for (int v = 0; v < vectors; v++)
                {
                    string lane = "j * 16" + ProductKernel.Plus(v * isa.Lanes);
                    writer.Line($"V share{v} = Load(gradient + {lane});");
                    if (!Derivative.IsNone)
                    {
                        writer.Line($"V y{v} = Load(output + {lane});");
                        writer.Line($"share{v} = {Derivative.Derive(isa, $"share{v}", $"y{v}")};");
                    }

                    writer.Line($"share{v}.Store(share + {lane});");
                    if (sums is not null)
                    {
                        writer.Line($"sum{v} += share{v};");
                    }
                }
            }
        }

        if (sums is not null)
        {
            writer.Line(Each($"sum#.Store({sums}@);"));
        }
    }

    /// <summary>Writes loops over the winners of channel <c>channel</c> of the block, with their gradient (<c>share</c>, a vector) and a pointer to their place.</summary>
    /// <param name="writer">The code.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <param name="from">The first line of windows.</param>
    /// <param name="to">The line behind the last one.</param>
    /// <param name="places">Pointer to the place of the first window's first tap.</param>
    /// <param name="row">From a row to the next there.</param>
    /// <param name="pixel">From a column to the next.</param>
    /// <param name="body">What is done with each.</param>
    public void EmitLoop(CodeWriter writer, Sizes sizes, string from, string to, string places, string row, string pixel, Action body)
    {
        using (writer.Block($"for (int i = {from}; i < {to}; i++)"))
        {
            writer.Line($"int* winner = switches + i * {sizes["columns", Output.Width]} * 16 + channel;");
            writer.Line($"float* factor = shares + {Line(from)} * {sizes["columns", Output.Width]} * 16 + channel, first = {places} + i * {sizes["stepRows", Step.Rows]} * {row};");
            using (writer.Block($"for (int j = 0; j < {sizes["columns", Output.Width]}; j++, winner += 16, factor += 16, first += {sizes["stepColumns", Step.Columns]} * {pixel})"))
            {
                writer.Line("V share = Create(*factor);");
                writer.Line("float* place = first + places[*winner];");
                body();
            }
        }
    }

    private static string Line(string from) => from == "0" ? "i" : $"(i - {from})";
}
