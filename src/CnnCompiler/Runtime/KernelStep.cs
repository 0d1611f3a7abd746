using System.Runtime.InteropServices;
using System.Threading;

namespace CnnCompiler.Runtime;

/// <summary>
/// The step that a <see cref="KernelPool"/> runs now. What many threads write lies on cache lines of its own (two lines apart: processors
/// fetch lines in pairs).
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 640)]
internal unsafe struct KernelStep
{
    // The gate: generation (32 bits), threads that may join (15 bits), open (1 bit), threads inside (16 bits).
    private const long OpenBit = 1L << 16;
    private const long InsideMask = OpenBit - 1;
    private const int HelpersShift = 17;
    private const int HelpersMask = (1 << 15) - 1;
    private const int GenerationShift = 32;
    private const int SpinsBeforeYield = 200;

    [FieldOffset(128)]
    private long _gate;

    /// <summary>The tasks.</summary>
    [FieldOffset(256)]
    public TaskShares Tasks;

    /// <summary>What to run. Stable while the gate is open or a thread is inside.</summary>
    [FieldOffset(384)]
    public delegate*<KernelArguments*, int, int, void> Kernel;

    /// <summary>Passed to the kernel.</summary>
    [FieldOffset(392)]
    public KernelArguments* Arguments;

    /// <summary>Runs the tasks in place of a kernel, if not null.</summary>
    [FieldOffset(400)]
    public IThreadTasks? Owner;

    /// <summary>Publishes the step. A full fence: what was written before is seen by all who join.</summary>
    /// <param name="helpers">Workers with an index below may join.</param>
    public void Open(int helpers)
    {
        uint generation = (uint)(_gate >> GenerationShift) + 1;
        Interlocked.Exchange(ref _gate, ((long)generation << GenerationShift) | ((long)helpers << HelpersShift) | OpenBit);
    }

    /// <summary>Whether worker <paramref name="index"/> could join.</summary>
    public bool IsOpenFor(int index, int seenGeneration) => IsOpenFor(Volatile.Read(ref _gate), index, seenGeneration);

    /// <summary>Joins the step, unless it is closed, seen already, or for fewer workers.</summary>
    /// <param name="index">The worker.</param>
    /// <param name="seenGeneration">The generation it joined last; updated.</param>
    public bool TryJoin(int index, ref int seenGeneration)
    {
        long gate = Volatile.Read(ref _gate);
        while (IsOpenFor(gate, index, seenGeneration))
        {
            long found = Interlocked.CompareExchange(ref _gate, gate + 1, gate);
            if (found == gate)
            {
                seenGeneration = (int)(gate >> GenerationShift);
                return true;
            }

            gate = found;
        }

        return false;
    }

    /// <summary>Claims and runs ranges of tasks until none is left.</summary>
    /// <param name="thread">0 for the caller's thread, 1 and up for workers: each has its own part of the working memory.</param>
    public void Work(int thread)
    {
        int done = 0, begin, end;
        if (Owner is { } owner)
        {
            while (Tasks.TryClaim(thread, ref done, out begin, out end))
                owner.Run(thread, begin, end);
            return;
        }

        KernelArguments arguments = *Arguments;
        arguments.Workspace += thread * arguments.WorkspaceFloats;
        while (Tasks.TryClaim(thread, ref done, out begin, out end))
            Kernel(&arguments, begin, end);
    }

    /// <summary>Leaves nothing to claim.</summary>
    public void Cancel() => Tasks.Cancel();

    /// <summary>A thread that joined is done; what it wrote is seen by the caller.</summary>
    public void Leave() => Interlocked.Decrement(ref _gate);

    /// <summary>Lets nobody in any more and waits for those inside.</summary>
    public void CloseAndWait()
    {
        long inside = Interlocked.And(ref _gate, ~OpenBit) & InsideMask;
        for (int spins = 1; inside != 0; spins++)
        {
            // Beyond a short wait the thread inside may have lost its processor: let it have this one.
            if (spins < SpinsBeforeYield)
                Thread.SpinWait(4);
            else
                Thread.Yield();
            inside = Volatile.Read(ref _gate) & InsideMask;
        }
    }

    private static bool IsOpenFor(long gate, int index, int seenGeneration) =>
        (gate & OpenBit) != 0
        && index < (int)(gate >> HelpersShift & HelpersMask)
        && (int)(gate >> GenerationShift) != seenGeneration;
}
