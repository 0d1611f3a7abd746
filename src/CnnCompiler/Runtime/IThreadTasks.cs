namespace CnnCompiler.Runtime;

/// <summary>Tasks that a <see cref="KernelPool"/> spreads over its threads where a kernel's arguments do not say enough.</summary>
internal interface IThreadTasks
{
    /// <summary>Runs the tasks [begin, end).</summary>
    /// <param name="thread">0 for the caller's thread, 1 and up for others: what belongs to this number belongs to the call alone.</param>
    /// <param name="begin">The first task.</param>
    /// <param name="end">Behind the last one.</param>
    void Run(int thread, int begin, int end);
}
