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

    // Two rows of opposite points are the sum and the difference of what even and odd columns give. The ends come first: then what they alone need is gone.
    private static void ToPoints(CodeWriter writer, VectorIsa isa, double[,] matrix, Places from, Places to)
    {
        int last = matrix.GetLength(0) - 1, columns = matrix.GetLength(1);
        ILookup<int, string> vectors = from.EmitLoads(writer, Enumerable.Range(0, columns), column => IsShared(column) ? Invariant($"s{column}") : null);
        to.EmitPointers(writer, last + 1);
        writer.Line($"V result = {Sum(isa, Row(0, _ => true))}; {to.Store("result", 0)}");
        writer.Line($"result = {Sum(isa, Row(last, _ => true))}; {to.Store("result", last)}");
        for (int row = 1; row < last; row += 2)
        {
            List<(double Factor, string Vector)> odd = Row(row, column => column % 2 == 1);
            double scale = odd.Exists(term => term.Factor == 1) ? 1 : CommonFactor(odd) ?? 1;
            writer.Line($"{(row == 1 ? "V " : "")}even = {Sum(isa, Row(row, column => column % 2 == 0))};");
            writer.Line($"{(row == 1 ? "V " : "")}odd = {Sum(isa, odd.ConvertAll(term => (term.Factor / scale, term.Vector)))};");
            string plus = scale == 1 ? "even + odd" : isa.MultiplyAdd("odd", Constant(scale), "even"), minus = scale == 1 ? "even - odd" : isa.MultiplyAdd("odd", Constant(-scale), "even");
            writer.Line($"result = {plus}; {to.Store("result", row)} result = {minus}; {to.Store("result", row + 1)}");
        }

        bool IsShared(int column) => Enumerable.Range(0, last + 1).Count(row => matrix[row, column] != 0) > 1;

        List<(double Factor, string Vector)> Row(int row, Func<int, bool> takes) =>
            [.. from column in Enumerable.Range(0, columns) where takes(column) && matrix[row, column] != 0 select (matrix[row, column], vectors[column].Single())];
    }

    // Even rows need the sums of opposite points, odd ones their differences.
    private static void FromPoints(CodeWriter writer, VectorIsa isa, double[,] matrix, Places from, Places to, Func<string, string>? end)
    {
        int last = matrix.GetLength(1) - 1, pairs = last / 2;
        ILookup<int, string> vectors = from.EmitLoads(writer, Enumerable.Range(0, last + 1), point => point > 0 && point < last ? Invariant($"s{point}") : null);
        to.EmitPointers(writer, matrix.GetLength(0));
        writer.Line("V " + string.Join(", ", Enumerable.Range(0, pairs).Select(pair =>
            Invariant($"sum{pair} = s{(2 * pair) + 1} + s{(2 * pair) + 2}, difference{pair} = s{(2 * pair) + 1} - s{(2 * pair) + 2}"))) + ";");
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            string half = row % 2 == 0 ? "sum" : "difference";
            IEnumerable<(double, string)> terms = Enumerable.Range(0, pairs).Select(pair => (matrix[row, (2 * pair) + 1], Invariant($"{half}{pair}")));
            List<(double Factor, string Vector)> all = [.. terms, (matrix[row, 0], vectors[0].Single()), (matrix[row, last], vectors[last].Single())];
            all.RemoveAll(term => term.Factor == 0);
            writer.Line($"{(row == 0 ? "V " : "")}result = {Sum(isa, all)}; {to.Store(end?.Invoke("result") ?? "result", row)}");
        }
    }

    // Factors of one are added first; each of the others is a multiply-add. Multiples of the same number share it, which leaves fewer constants.
    private static string Sum(VectorIsa isa, IReadOnlyCollection<(double Factor, string Vector)> terms)
    {
        List<(double Factor, string Vector)> ones = [.. terms.Where(term => term.Factor == 1)];
        if (ones.Count == 0)
        {
            return AddProducts(isa, $"{terms.First().Vector} * {Constant(terms.First().Factor)}", terms.Skip(1));
        }

        string sum = string.Join(" + ", ones.Select(term => term.Vector)) + string.Concat(terms.Where(term => term.Factor == -1).Select(term => " - " + term.Vector));
        List<(double Factor, string Vector)> others = [.. terms.Where(term => Math.Abs(term.Factor) != 1)];
        return others.Count > 1 && CommonFactor(others) is { } factor
            ? isa.MultiplyAdd(Sum(isa, others.ConvertAll(term => (term.Factor / factor, term.Vector))), Constant(factor), sum)
            : AddProducts(isa, sum, others);
    }

    private static string AddProducts(VectorIsa isa, string sum, IEnumerable<(double Factor, string Vector)> terms) =>
        terms.Aggregate(sum, (all, term) => isa.MultiplyAdd(term.Vector, Constant(term.Factor), all));

    // The smallest factor, if all others are multiples of it.
    private static double? CommonFactor(IEnumerable<(double Factor, string Vector)> terms)
    {
        double smallest = terms.Select(term => term.Factor).OrderBy(Math.Abs).ThenByDescending(factor => factor).First();
        return terms.All(term => term.Factor / smallest == Math.Floor(term.Factor / smallest)) ? smallest : null;
    }

    private static string Constant(double value) => "Create(" + VectorIsa.Literal(value) + ")";

    /// <summary>Evenly spaced places in memory.</summary>
    /// <param name="Start">The variable that points to the first one.</param>
    /// <param name="Step">From one to the next: a number or a variable.</param>
    public readonly record struct Places(string Start, string Step)
    {
        private bool IsFixed => int.TryParse(Step, out _);

        /// <summary>Writes declarations of vectors that are loaded from the places, and gives expressions of all: a vector without a name is loaded where it is needed.</summary>
        public ILookup<int, string> EmitLoads(CodeWriter writer, IEnumerable<int> indices, Func<int, string?> name)
        {
            List<int> all = [.. indices];
            EmitPointers(writer, all.Count);
            Places places = this;
            writer.Wrap("V ", all.Where(i => name(i) is not null).Select(i => $"{name(i)} = Load({places.At(i)})"), ", ", ";");
            return all.ToLookup(i => i, i => name(i) ?? $"Load({places.At(i)})");
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
