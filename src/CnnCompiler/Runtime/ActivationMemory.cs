using System;

namespace CnnCompiler.Runtime;

/// <summary>Per-sample tensors and scratch of one kind of pass. Grows on demand and never shrinks; always starts zero-filled, because halos and channel padding are never written.</summary>
internal unsafe struct ActivationMemory
{
    private const long LineFloats = 16;

    private NativeArena? _arena;
    private long _scratchOffset;
    private long _workspaceOffset;
    private long _workspaceFloats;

    /// <summary>Samples that the memory is laid out for; 0 before the first <see cref="Ensure"/>.</summary>
    public int Capacity { get; private set; }

    /// <summary>Bytes held.</summary>
    public readonly long Bytes => _arena?.Bytes ?? 0;

    /// <summary>Lays the memory out again if it is too small for <paramref name="samples"/>.</summary>
    /// <param name="samples">Samples in a pass.</param>
    /// <param name="valueFloats">Floats per sample.</param>
    /// <param name="scratchFloats">Floats whatever the batch.</param>
    /// <param name="workspaceFloats">Floats of each thread, whole cache lines.</param>
    /// <param name="threads">Threads.</param>
    public void Ensure(int samples, long valueFloats, long scratchFloats, long workspaceFloats, int threads)
    {
        if (samples <= Capacity)
            return;

        // The old block goes first: both at once could be more than the machine has, and nothing in it outlives a pass.
        Free();
        long values = checked(valueFloats * samples);
        _scratchOffset = RoundUp(values);
        _workspaceOffset = RoundUp(checked(_scratchOffset + scratchFloats));
        _workspaceFloats = workspaceFloats;
        long floats = workspaceFloats > 0 ? checked(_workspaceOffset + (workspaceFloats * threads))
            : scratchFloats > 0 ? _scratchOffset + scratchFloats : values;
        _arena = new NativeArena(floats);
        Capacity = samples;
    }

    /// <summary>A pass over this memory; the caller fills in count, input and the rest.</summary>
    /// <param name="weights">Parameters and running statistics.</param>
    /// <param name="prepared">What was derived from them, or null.</param>
    public readonly Pass CreatePass(NetworkWeights weights, NativeArena? prepared) => new()
    {
        Capacity = Capacity,
        Parameters = weights.Parameters.Floats,
        Buffers = weights.Buffers.Floats,
        Prepared = prepared is null ? null : prepared.Floats,
        Values = _arena!.Floats,
        Scratch = _arena.Floats + _scratchOffset,
        Workspace = _arena.Floats + _workspaceOffset,
        WorkspaceFloats = _workspaceFloats,
    };

    /// <summary>Gives the memory back.</summary>
    public void Free()
    {
        _arena?.Dispose();
        _arena = null;
        Capacity = 0;
    }

    private static long RoundUp(long floats) => checked(floats + LineFloats - 1) / LineFloats * LineFloats;
}
