using System;
using System.Threading;

namespace CnnCompiler.Runtime;

/// <summary>
/// The tasks of a step, dealt out to threads: each has a share of neighbours and claims from it first, so that a thread finds in its cache what it wrote in the step before, where
/// steps number their tasks alike. Who is done helps the others.
/// </summary>
/// <param name="most">Most shares.</param>
internal unsafe struct TaskShares(int most)
{
    private const int ClaimsPerShare = 4;

    // A share's counter lies two cache lines from the next: processors fetch lines in pairs.
    private const int Distance = 128;

    private readonly NativeArena _memory = new((long)most * Distance / sizeof(float));
    private int _tasks;
    private int _shares;
    private int _chunk;

    /// <summary>Deals out all tasks. Nobody may be claiming.</summary>
    /// <param name="tasks">Number of tasks.</param>
    /// <param name="shares">Threads that may claim.</param>
    public void Deal(int tasks, int shares)
    {
        (_tasks, _shares) = (tasks, shares);
        _chunk = Math.Max(1, tasks / (shares * ClaimsPerShare));
        for (int share = 0; share < shares; share++)
            Next(share) = First(share);
    }

    /// <summary>Claims neighbouring tasks that nobody has claimed.</summary>
    /// <param name="thread">The thread's number.</param>
    /// <param name="done">Shares in which the thread has found nothing left; 0 at first, updated.</param>
    /// <param name="begin">The first task.</param>
    /// <param name="end">Behind the last one.</param>
    /// <returns>False when none is left.</returns>
    public bool TryClaim(int thread, ref int done, out int begin, out int end)
    {
        for (; done < _shares; done++)
        {
            int share = (thread + done) % _shares;
            long last = First(share + 1);
            if (Volatile.Read(ref Next(share)) >= last)
                continue;
            long first = Interlocked.Add(ref Next(share), _chunk) - _chunk;
            if (first < last)
            {
                begin = (int)first;
                end = (int)Math.Min(first + _chunk, last);
                return true;
            }
        }

        (begin, end) = (0, 0);
        return false;
    }

    /// <summary>Leaves nothing to claim.</summary>
    public void Cancel()
    {
        for (int share = 0; share < _shares; share++)
            Interlocked.Exchange(ref Next(share), _tasks);
    }

    private long First(int share) => (long)_tasks * share / _shares;

    private ref long Next(int share) => ref *(long*)((byte*)_memory.Floats + ((nint)share * Distance));
}
