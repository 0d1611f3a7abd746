using System;
using System.Runtime.InteropServices;

namespace CnnCompiler.Runtime;

/// <summary>A zero-filled block of native floats, aligned to a cache line, freed by its finaliser if nobody disposes it.</summary>
internal sealed unsafe class NativeArena : IDisposable
{
    private const int Alignment = 64;

    private void* _block;

    /// <summary>Allocates the block.</summary>
    /// <param name="floats">Its length, 0 or more.</param>
    /// <exception cref="OutOfMemoryException">The memory is not to be had.</exception>
    public NativeArena(long floats)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(floats);
        Length = floats;
        Bytes = checked(floats * sizeof(float));

        // Allocated as zeroes rather than cleared: large blocks come as untouched pages, which cost nothing until used.
        // One line more at the end, so that a vector load of the last, partial vector stays inside.
        _block = NativeMemory.AllocZeroed(checked((nuint)Bytes + 2 * Alignment));
        Floats = (float*)(((nuint)_block + Alignment - 1) & ~(nuint)(Alignment - 1));
        LargePages.Advise(_block, (nuint)Bytes + 2 * Alignment);
        if (Bytes > 0)
            GC.AddMemoryPressure(Bytes);
    }

    /// <summary>Frees the block.</summary>
    ~NativeArena() => Free();

    /// <summary>The first float; null after <see cref="Dispose"/>.</summary>
    public float* Floats { get; private set; }

    /// <summary>Floats of the block.</summary>
    public long Length { get; }

    /// <summary>Bytes of the block, without what alignment costs.</summary>
    public long Bytes { get; }

    /// <summary>Frees the block; further calls do nothing.</summary>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        if (_block == null)
            return;
        NativeMemory.Free(_block);
        _block = null;
        Floats = null;
        if (Bytes > 0)
            GC.RemoveMemoryPressure(Bytes);
    }
}
