using System.Collections.Generic;

namespace CnnCompiler.Fuzzing;

/// <summary>Random decisions, read one after the other; 0 when there are no more, so that fewer and smaller numbers give simpler cases.</summary>
internal sealed class Choices(IReadOnlyList<int> values)
{
    private int _next;

    public bool IsEmpty => _next >= values.Count;

    /// <summary>A decision among so many.</summary>
    public int Below(int count) => IsEmpty ? 0 : values[_next++] % count;

    /// <summary>True once in so many times.</summary>
    public bool Rarely(int times) => Below(times) == times - 1;

    public T Of<T>(params T[] options) => options[Below(options.Length)];
}
