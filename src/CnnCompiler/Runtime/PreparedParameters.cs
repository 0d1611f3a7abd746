using System.Threading;

namespace CnnCompiler.Runtime;

/// <summary>
/// What prediction derives from parameters and running statistics alone, in the layout of one class; counted by the instances that share it and freed with the last.
/// Classes that share weights have one each: what is derived depends on the sizes of maps.
/// </summary>
/// <param name="floats">Its length.</param>
internal sealed class PreparedParameters(long floats)
{
    private int _instances = 1;

    // The version of the weights that it was derived from.
    private long _version;

    /// <summary>The memory; null before the first prediction.</summary>
    public NativeArena? Arena { get; private set; }

    /// <summary>Bytes of native memory.</summary>
    public long Bytes => Arena?.Bytes ?? 0;

    /// <summary>Held while one instance prepares for all that share.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Whether it is derived from the present values.</summary>
    public bool IsOf(NetworkWeights weights) => Volatile.Read(ref _version) == weights.Version;

    /// <summary>Begins a preparation, inside <see cref="Gate"/>: the memory is there afterwards.</summary>
    public void Begin() => Arena ??= new NativeArena(floats);

    /// <summary>Ends a preparation, inside <see cref="Gate"/>.</summary>
    /// <param name="version">The version of the weights when it began: a change meanwhile asks for another preparation.</param>
    public void End(long version) => Volatile.Write(ref _version, version);

    /// <summary>Counts one instance more. The caller holds the weights, which outlive it.</summary>
    public PreparedParameters Share()
    {
        Interlocked.Increment(ref _instances);
        return this;
    }

    /// <summary>Counts one instance less; frees the memory with the last.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _instances) == 0)
            Arena?.Dispose();
    }
}
