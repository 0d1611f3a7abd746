using System;

namespace CnnCompiler.Runtime;

/// <summary>
/// What a gradient in parts needs beside the memory of a whole one: activations of further threads, gradients of further lanes, and those of a part before they are added.
/// Grows on demand and never shrinks.
/// </summary>
/// <param name="definition">The network.</param>
internal sealed unsafe class PartMemory(NetworkDefinition definition)
{
    private const long LineFloats = 16;

    private ActivationMemory[] _threads = [];
    private NativeArena? _lanes;
    private NativeArena? _parts;

    /// <summary>From the gradients of one lane to those of the next: each on cache lines of its own.</summary>
    public long Stride { get; } = (definition.TrainableFloats + LineFloats - 1) / LineFloats * LineFloats;

    /// <summary>Bytes held.</summary>
    public long Bytes
    {
        get
        {
            long bytes = (_lanes?.Bytes ?? 0) + (_parts?.Bytes ?? 0);
            foreach (ActivationMemory memory in _threads)
                bytes += memory.Bytes;
            return bytes;
        }
    }

    /// <summary>Makes room.</summary>
    /// <param name="threads">Threads, the caller's included.</param>
    /// <param name="samples">Most samples of a part.</param>
    /// <param name="lanes">Lanes, the first included.</param>
    /// <param name="addsParts">Whether a lane has several parts.</param>
    public void Ensure(int threads, int samples, int lanes, bool addsParts)
    {
        if (_threads.Length < threads - 1)
            Array.Resize(ref _threads, threads - 1);
        foreach (ref ActivationMemory memory in _threads.AsSpan())
        {
            memory.Ensure(
                samples, definition.GradientValueFloats, definition.GradientScratchFloats, definition.GradientWorkspaceFloats, threads: 1);
        }

        Grow(ref _lanes, (lanes - 1) * Stride);
        Grow(ref _parts, addsParts ? threads * Stride : 0);
    }

    /// <summary>The activations of a thread that is not the caller's.</summary>
    public ref readonly ActivationMemory OfThread(int thread) => ref _threads[thread - 1];

    /// <summary>The gradients of a lane that is not the first.</summary>
    public float* OfLane(int lane) => _lanes!.Floats + ((lane - 1) * Stride);

    /// <summary>Where a thread leaves the gradients of a part that is not the first of its lane.</summary>
    public float* OfPart(int thread) => _parts!.Floats + (thread * Stride);

    /// <summary>Gives the memory back.</summary>
    public void Free()
    {
        foreach (ref ActivationMemory memory in _threads.AsSpan())
            memory.Free();
        _lanes?.Dispose();
        _parts?.Dispose();
    }

    // Always zero-filled: padding is never written. There is one of no floats where nothing is trained.
    private static void Grow(ref NativeArena? arena, long floats)
    {
        if (arena is not null && floats <= arena.Length)
            return;
        arena?.Dispose();
        arena = null;
        arena = new NativeArena(floats);
    }
}
