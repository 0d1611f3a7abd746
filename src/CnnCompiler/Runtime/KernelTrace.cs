using System;
using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>Durations of the kernel calls of one network, in the order in which its passes make them. For benchmarks.</summary>
/// <param name="capacity">Most calls to keep; further ones are only counted.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KernelTrace(int capacity)
{
    private readonly long[] _ticks = new long[capacity];

    /// <summary>Calls since the last <see cref="Clear"/>; more than <see cref="Ticks"/> has where the capacity did not suffice.</summary>
    public int Calls { get; private set; }

    /// <summary>The durations, in ticks of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public ReadOnlySpan<long> Ticks => _ticks.AsSpan(0, Math.Min(Calls, _ticks.Length));

    /// <summary>Forgets all calls.</summary>
    public void Clear() => Calls = 0;

    internal void Add(long ticks)
    {
        if (Calls < _ticks.Length)
            _ticks[Calls] = ticks;
        Calls++;
    }
}
