using System.Globalization;

namespace CnnCompiler.Conformance;

/// <summary>What became of a case.</summary>
/// <param name="Name">Its file name without extension.</param>
/// <param name="Error">The largest |a - b| / (atol + rtol |b|); NaN where nothing could be compared.</param>
/// <param name="Reason">Why it failed, or null.</param>
internal sealed record CaseResult(string Name, double Error, string? Reason)
{
    public bool Passed => Reason is null;

    public override string ToString()
    {
        string error = double.IsNaN(Error) ? "-" : Error.ToString("0.000", CultureInfo.InvariantCulture);
        return Passed ? $"passed  {Name}  {error}" : $"FAILED  {Name}  {error}  {Reason}";
    }
}
