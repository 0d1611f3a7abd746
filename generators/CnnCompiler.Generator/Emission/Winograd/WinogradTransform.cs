using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using static System.FormattableString;

namespace CnnCompiler.Generator.Emission.Winograd;

/// <summary>
/// The one-dimensional transforms of F(4, 3), which computes four outputs of a window of three with six multiplications (Winograd 1980; Lavin and Gray
/// 2016, "Fast Algorithms for Convolutional Neural Networks"): y = A^T [(G g) * (B^T d)] with the points 0, 1, -1, 2, -2 and infinity. Pairs of
/// points of opposite sign share their even and odd parts. Applied to columns, then to rows, they are those of F(4x4, 3x3).
/// </summary>
internal static class WinogradTransform
{
    /// <summary>Points of one dimension: inputs of a tile, and multiplications.</summary>
    public const int Points = 6;

    /// <summary>Outputs of one dimension.</summary>
    public const int Outputs = 4;

    /// <summary>Points of both dimensions.</summary>
    public const int Products = Points * Points;

    /// <summary>Writes declarations of vectors <c>name0</c>, <c>name1</c>, .. that are loaded from evenly spaced places.</summary>
    public static void Load(CodeWriter writer, string name, int count, string source, string step) => writer.Line(
        "V " + string.Join(", ", Enumerable.Range(0, count).Select(i => Invariant($"{name}{i} = Load({At(source, i, step)})"))) + ";");

    /// <summary>Writes the stores of vectors <c>r0</c>, <c>r1</c>, .. to evenly spaced places.</summary>
    public static void Store(CodeWriter writer, int count, string target, string step) => writer.Line(
        string.Join(" ", Enumerable.Range(0, count).Select(i => Invariant($"r{i}.Store({At(target, i, step)});"))));

    /// <summary>r = B^T d: six inputs to six points.</summary>
    public static void Input(CodeWriter writer, VectorIsa isa) => writer.Line($"""
        V r0 = {isa.MultiplyAdd("d2", "Create(-5f)", isa.MultiplyAdd("d0", "Create(4f)", "d4"))};
        V even = {isa.MultiplyAdd("d2", "Create(-4f)", "d4")}, odd = {isa.MultiplyAdd("d1", "Create(-4f)", "d3")};
        V r1 = even + odd, r2 = even - odd;
        even = d4 - d2;
        odd = d3 - d1;
        odd += odd;
        V r3 = even + odd, r4 = even - odd;
        V r5 = {isa.MultiplyAdd("d3", "Create(-5f)", isa.MultiplyAdd("d1", "Create(4f)", "d5"))};
        """);

    /// <summary>r = G g: three weights to six points.</summary>
    public static void Weights(CodeWriter writer, VectorIsa isa) => writer.Line($"""
        V r0 = g0 * Create(0.25f);
        V even = (g0 + g2) * {Constant(-1.0 / 6)}, odd = g1 * {Constant(-1.0 / 6)};
        V r1 = even + odd, r2 = even - odd;
        even = {isa.MultiplyAdd("g2", Constant(1.0 / 6), "g0 * " + Constant(1.0 / 24))};
        odd = g1 * {Constant(1.0 / 12)};
        V r3 = even + odd, r4 = even - odd;
        V r5 = g2;
        """);

    /// <summary>r = A^T q: six points to four outputs.</summary>
    public static void Output(CodeWriter writer, VectorIsa isa) => writer.Line($"""
        V sum1 = q1 + q2, difference1 = q1 - q2, sum2 = q3 + q4, difference2 = q3 - q4;
        V r0 = q0 + sum1 + sum2;
        V r1 = {isa.MultiplyAdd("difference2", "Create(2f)", "difference1")};
        V r2 = {isa.MultiplyAdd("sum2", "Create(4f)", "sum1")};
        V r3 = {isa.MultiplyAdd("difference2", "Create(8f)", "difference1 + q5")};
        """);

    /// <summary>r = A y: the gradients by four outputs to those by six points.</summary>
    public static void OutputGradient(CodeWriter writer, VectorIsa isa) => writer.Line($"""
        V r0 = y0, r5 = y3;
        V even = y0 + y2, odd = y1 + y3;
        V r1 = even + odd, r2 = even - odd;
        even = {isa.MultiplyAdd("y2", "Create(4f)", "y0")};
        odd = {isa.MultiplyAdd("y3", "Create(8f)", "y1 + y1")};
        V r3 = even + odd, r4 = even - odd;
        """);

    /// <summary>r = G^T q: the gradients by six points to those by three weights.</summary>
    public static void WeightGradient(CodeWriter writer, VectorIsa isa) => writer.Line($"""
        V sum1 = q1 + q2, difference1 = q1 - q2, sum2 = q3 + q4, difference2 = q3 - q4;
        V r0 = {isa.MultiplyAdd("q0", "Create(0.25f)", isa.MultiplyAdd("sum1", Constant(-1.0 / 6), "sum2 * " + Constant(1.0 / 24)))};
        V r1 = {isa.MultiplyAdd("difference1", Constant(-1.0 / 6), "difference2 * " + Constant(1.0 / 12))};
        V r2 = {isa.MultiplyAdd("sum2 - sum1", Constant(1.0 / 6), "q5")};
        """);

    private static string Constant(double value) => "Create(" + VectorIsa.Literal(value) + ")";

    private static string At(string start, int index, string step) => index switch
    {
        0 => start,
        1 => start + " + " + step,
        _ => Invariant($"{start} + {index} * {step}"),
    };
}
