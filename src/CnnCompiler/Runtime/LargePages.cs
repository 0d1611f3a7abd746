using System;
using System.Runtime.InteropServices;

namespace CnnCompiler.Runtime;

/// <summary>
/// Asks Linux for pages of 2 MB where it gives them to those who ask (<c>transparent_hugepage/enabled</c> is <c>madvise</c> on most distributions): weights
/// stream through the processor once a call, and with pages of 4 KB the search for their addresses is a good part of that, above all in virtual machines.
/// </summary>
internal static unsafe class LargePages
{
    private const nuint Page = 4096, Large = 1 << 21;

    // MADV_HUGEPAGE on every processor that .NET runs on.
    private const int HugePage = 14;

    private static readonly delegate* unmanaged<void*, nuint, int, int> _advise = Find();

    /// <summary>Asks for the block, which nobody has touched yet. Small blocks keep small pages; a system that does not know the request keeps them too.</summary>
    public static void Advise(void* block, nuint bytes)
    {
        if (_advise == null || bytes < 2 * Large)
            return;
        nuint first = ((nuint)block + Page - 1) & ~(Page - 1), end = ((nuint)block + bytes) & ~(Page - 1);
        _ = _advise((void*)first, end - first, HugePage);
    }

    // The C library is in every process; a name for it that all systems understand is not.
    private static delegate* unmanaged<void*, nuint, int, int> Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "madvise", out nint address)
            ? (delegate* unmanaged<void*, nuint, int, int>)address : null;
}
