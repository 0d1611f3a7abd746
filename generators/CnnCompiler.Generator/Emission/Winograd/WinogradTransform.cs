using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using static System.FormattableString;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// Writes the one-dimensional transforms of a tile: vectors are loaded from evenly spaced places, multiplied by a matrix, and each result is stored as soon as
/// it is there, so that all fit the registers. Points of opposite sign share their even and odd parts. Applied to columns, then to rows, they are those
/// of two dimensions.
/// </summary>
internal static class WinogradTransform
{
    /// <summary>B^T: inputs to points.</summary>
    public static void Input(CodeWriter writer, VectorIsa isa, WinogradTile tile, Places from, Places to) =>
        ToPoints(writer, isa, WinogradMatrices.Input(tile), from, to);

    /// <summary>G: weights to points.</summary>
    public static void Weights(CodeWriter writer, VectorIsa isa, WinogradTile tile, Places from, Places to) =>
        ToPoints(writer, isa, WinogradMatrices.Weights(tile), from, to);

    /// <summary>A: the gradients by outputs to those by points.</summary>
    public static void OutputGradient(CodeWriter writer, VectorIsa isa, WinogradTile tile, Places from, Places to) =>
        ToPoints(writer, isa, WinogradMatrices.Outputs(tile), from, to);

    /// <summary>A^T: points to outputs, and what is done to each before it is stored.</summary>
    public static void Output(CodeWriter writer, VectorIsa isa, WinogradTile tile, Places from, Places to, Func<string, string>? end = null) =>
        FromPoints(writer, isa, WinogradMatrices.Transpose(WinogradMatrices.Outputs(tile)), from, to, end);

    /// <summary>G^T: the gradients by points to those by weights.</summary>
    public static void WeightGradient(CodeWriter writer, VectorIsa isa, WinogradTile tile, Places from, Places to) =>
        FromPoints(writer, isa, WinogradMatrices.Transpose(WinogradMatrices.Weights(tile)), from, to, null);

    // Two rows of opposite points are the sum and the difference of what even and odd columns give.
    private static void ToPoints(CodeWriter writer, VectorIsa isa, double[,] matrix, Places from, Places to)
    {
        int last = matrix.GetLength(0) - 1, columns = matrix.GetLength(1);
        from.EmitLoads(writer, columns);
        to.EmitPointers(writer, last + 1);
        writer.Line($"V result = {Row(0, _ => true)}; {to.Store("result", 0)}");
        for (int row = 1; row < last; row += 2)
        {
            string even = Row(row, column => column % 2 == 0), odd = Row(row, column => column % 2 == 1);
            writer.Line($"{(row == 1 ? "V " : "")}even = {even};");
            writer.Line($"{(row == 1 ? "V " : "")}odd = {odd};");
            writer.Line($"result = even + odd; {to.Store("result", row)} result = even - odd; {to.Store("result", row + 1)}");
        }

        writer.Line($"result = {Row(last, _ => true)}; {to.Store("result", last)}");

        string Row(int row, Func<int, bool> takes) =>
            Sum(isa, from column in Enumerable.Range(0, columns) where takes(column) select (matrix[row, column], Invariant($"s{column}")));
    }

    // Even rows need the sums of opposite points, odd ones their differences.
    private static void FromPoints(CodeWriter writer, VectorIsa isa, double[,] matrix, Places from, Places to, Func<string, string>? end)
    {
        int last = matrix.GetLength(1) - 1, pairs = last / 2;
        from.EmitLoads(writer, last + 1);
        to.EmitPointers(writer, matrix.GetLength(0));
        writer.Line("V " + string.Join(", ", Enumerable.Range(0, pairs).Select(pair =>
            Invariant($"sum{pair} = s{(2 * pair) + 1} + s{(2 * pair) + 2}, difference{pair} = s{(2 * pair) + 1} - s{(2 * pair) + 2}"))) + ";");
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            string half = row % 2 == 0 ? "sum" : "difference";
            IEnumerable<(double, string)> terms = Enumerable.Range(0, pairs).Select(pair => (matrix[row, (2 * pair) + 1], Invariant($"{half}{pair}")));
            writer.Line($"{(row == 0 ? "V " : "")}result = {Sum(isa, [(matrix[row, 0], "s0"), .. terms, (matrix[row, last], Invariant($"s{last}"))])}; {to.Store(end?.Invoke("result") ?? "result", row)}");
        }
    }

    // Factors of one are added first; each of the others is a multiply-add.
    private static string Sum(VectorIsa isa, IEnumerable<(double Factor, string Vector)> terms)
    {
        (double Factor, string Vector)[] all = [.. terms.Where(term => term.Factor != 0).OrderBy(term => term.Factor == 1 ? 0 : 1)];
        string sum = all[0].Factor == 1 ? all[0].Vector : $"{all[0].Vector} * {Constant(all[0].Factor)}";
        foreach ((double factor, string vector) in all.Skip(1))
        {
            sum = factor == 1 ? $"{sum} + {vector}" : factor == -1 ? $"{sum} - {vector}" : isa.MultiplyAdd(vector, Constant(factor), sum);
        }

        return sum;
    }

    private static string Constant(double value) => "Create(" + VectorIsa.Literal(value) + ")";

    /// <summary>Evenly spaced places in memory.</summary>
    /// <param name="Start">The variable that points to the first one.</param>
    /// <param name="Step">From one to the next: a number or a variable.</param>
    public readonly record struct Places(string Start, string Step)
    {
        private bool IsFixed => int.TryParse(Step, out _);

        /// <summary>Writes declarations of vectors <c>s0</c>, <c>s1</c>, .. that are loaded from the places.</summary>
        public void EmitLoads(CodeWriter writer, int count)
        {
            EmitPointers(writer, count);
            Places places = this;
            writer.Wrap("V ", Enumerable.Range(0, count).Select(i => Invariant($"s{i} = Load({places.At(i)})")), ", ", ";");
        }

        /// <summary>Writes the pointers that the places need: where their distance is a variable, three share one, because an address holds one index.</summary>
        public void EmitPointers(CodeWriter writer, int count)
        {
            for (int i = 3; i < count && !IsFixed; i += 3)
            {
                writer.Line(Invariant($"float* {Start}{i} = {Start}{(i == 3 ? "" : Invariant($"{i - 3}"))} + 3 * {Step};"));
            }
        }

        /// <summary>The store of a vector.</summary>
        public string Store(string vector, int index) => $"{vector}.Store({At(index)});";

        private string At(int index)
        {
            if (IsFixed)
            {
                return index == 0 ? Start : Invariant($"{Start} + {index * int.Parse(Step, System.Globalization.CultureInfo.InvariantCulture)}");
            }

            string start = index < 3 ? Start : Invariant($"{Start}{index / 3 * 3}");
            return (index % 3) switch { 0 => start, 1 => $"{start} + {Step}", _ => $"{start} + 2 * {Step}" };
        }
    }
}
