using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks;

/// <summary>
/// Speed of the pass that a row of <see cref="ConvolutionBenchmarks"/> has more than the row before it, from the difference of the medians.
/// </summary>
/// <param name="ofPeak">As a share of the multiply-add peak, which is measured when the table is made; otherwise in GFLOP/s.</param>
internal sealed class PassColumn(bool ofPeak) : IColumn
{
    private static readonly ConcurrentDictionary<Isa, double> _peaks = new();

    public string Id => ColumnName;

    public string ColumnName => ofPeak ? "Pass, % of FMA peak" : "Pass, GFLOP/s";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => ofPeak
        ? "Speed of the pass that this row adds to the row before, as a share of a loop of independent multiply-adds"
        : "Speed of the pass that this row adds to the row before";

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        BenchmarkCase[] rows = [.. summary.BenchmarksCases.Where(row => Isa(row) == Isa(benchmarkCase)).OrderBy(row => row.Descriptor.MethodIndex)];
        int index = System.Array.IndexOf(rows, benchmarkCase);
        if (Nanoseconds(summary, benchmarkCase) is not { } time || (index > 0 && Nanoseconds(summary, rows[index - 1]) is null))
        {
            return "?";
        }

        time -= index > 0 ? Nanoseconds(summary, rows[index - 1])!.Value : 0;
        double speed = ConvPasses.Operations / time;
        double value = ofPeak ? 100 * speed / _peaks.GetOrAdd(Isa(benchmarkCase), isa => FmaPeak.Measure(isa, 100)) : speed;
        return value.ToString("F1", CultureInfo.InvariantCulture);
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;

    private static Isa Isa(BenchmarkCase row) => (Isa)row.Parameters[nameof(ConvolutionBenchmarks.Isa)];

    private static double? Nanoseconds(Summary summary, BenchmarkCase row) => summary[row]?.ResultStatistics?.Median;
}
