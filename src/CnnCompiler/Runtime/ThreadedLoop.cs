using System;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;

namespace CnnCompiler.Runtime;

/// <summary>Work outside of passes, such as drawing first values, on several threads.</summary>
internal static class ThreadedLoop
{
    /// <summary>Calls <paramref name="body"/> with 0 to <paramref name="tasks"/> - 1, in any order, and returns when all is done. One thread touches no other.</summary>
    /// <param name="tasks">Number of tasks.</param>
    /// <param name="threads">Threads to use at most, the caller's included.</param>
    /// <param name="body">Writes disjoint memory for different tasks; what it throws is thrown here.</param>
    public static void Run(int tasks, int threads, Action<int> body)
    {
        if (threads == 1 || tasks <= 1)
        {
            for (int task = 0; task < tasks; task++)
                body(task);
            return;
        }

        try
        {
            Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
