namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>What timed calls came to.</summary>
/// <param name="MedianMilliseconds">Median duration of a call.</param>
/// <param name="MinimumMilliseconds">Shortest duration of a call.</param>
/// <param name="Calls">Number of timed calls.</param>
/// <param name="AllocatedBytes">Managed bytes that all threads allocated during the timed calls together.</param>
internal readonly record struct Timing(double MedianMilliseconds, double MinimumMilliseconds, int Calls, long AllocatedBytes);
