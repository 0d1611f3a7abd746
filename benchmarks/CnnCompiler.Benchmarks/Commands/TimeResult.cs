namespace CnnCompiler.Benchmarks.Commands;

/// <summary>The line that <c>time</c> prints; property names become snake_case.</summary>
internal sealed record TimeResult(
    string Network, string Pass, int Batch, int Threads, string Isa, double MedianMs, double MinMs, long AllocatedBytes);
