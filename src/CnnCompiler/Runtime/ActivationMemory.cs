using System;

namespace CnnCompiler.Runtime;

/// <summary>Per-sample tensors and scratch of one kind of pass. Grows on demand and never shrinks; always starts zero-filled, because halos and channel padding are never written.</summary>
internal unsafe struct ActivationMemory
{
    private const long LineFloats = 16;

    private NativeArena? _arena;
    private long _scratchOffset;

    /// <summary>Samples that the memory is laid out for; 0 before the first <see cref="Ensure"/>.</summary>
    public int Capacity { get; private set; }

    /// <summary>Bytes held.</summary>
    public readonly long Bytes => _arena?.Bytes ?? 0;

    /// <summary>Lays the memory out again if it is too small for <paramref name="samples"/>.</summary>
    /// <param name="samples">Samples in a pass.</param>
    /// <param name="valueFloats">Floats per sample.</param>
    /// <param name="scratchFloats">Floats whatever the batch.</param>
    public void Ensure(int samples, long valueFloats, long scratchFloats)
    {
        if (samples <= Capacity)
            return;

        // The old block goes first: both at once could be more than the machine has, and nothing in it outlives a pass.
        Free();
        long values = checked(valueFloats * samples);
        _scratchOffset = (values + LineFloats - 1) / LineFloats * LineFloats;
        _arena = new NativeArena(scratchFloats == 0 ? values : checked(_scratchOffset + scratchFloats));
        Capacity = samples;
    }

    /// <summary>A pass over this memory; the caller fills in count, input and the rest.</summary>
    /// <param name="weights">Parameters and running statistics.</param>
    public readonly Pass CreatePass(NetworkWeights weights) => new()
    {
        Capacity = Capacity,
        Parameters = weights.Parameters.Floats,
        Buffers = weights.Buffers.Floats,
        Values = _arena!.Floats,
        Scratch = _arena.Floats + _scratchOffset,
    };

    /// <summary>Gives the memory back.</summary>
    public void Free()
    {
        _arena?.Dispose();
        _arena = null;
        Capacity = 0;
    }
}
