using System;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>One side of a comparison, warmed up.</summary>
internal interface IContestant : IDisposable
{
    /// <summary>Its name and version, and what it chose.</summary>
    string Description { get; }

    /// <summary>Times calls.</summary>
    /// <param name="seconds">For how long; at least one call.</param>
    /// <returns>The median duration of a call, in milliseconds.</returns>
    double Measure(double seconds);
}
