using System;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace CnnCompiler.Runtime;

/// <summary>
/// The threads that all networks of the process share. One network at a time holds the pool; another one meanwhile runs on its own thread alone.
/// Threads start when first asked for, spin briefly between steps, and block when there is nothing to do.
/// </summary>
/// <remarks>
/// A step is published by opening the gate. Threads join while it is open, claim ranges of tasks and leave; the caller works too, closes the gate
/// when nothing is left to claim, and waits only for those that joined: a thread that is still asleep delays nobody.
/// No locks and no allocation per step.
/// </remarks>
internal sealed unsafe class KernelPool
{
    /// <summary>Most threads beside the caller.</summary>
    public const int MaxWorkers = 255;

    // About the cost of blocking and waking a thread: spinning longer wastes more than it saves.
    private static readonly long _spinTicks = Environment.ProcessorCount > 1 ? Stopwatch.Frequency / 1_000_000 * 50 : 0;

    private readonly KernelWorker?[] _workers = new KernelWorker?[MaxWorkers];
    private KernelStep _step;
    private int _workerCount;
    private int _held;
    private Exception? _failure;

    public KernelPool() => _step.Tasks = new TaskShares(MaxWorkers + 1);

    /// <summary>The pool of this process.</summary>
    public static KernelPool Shared { get; } = new();

    /// <summary>Threads that have been started.</summary>
    public int WorkerCount => Volatile.Read(ref _workerCount);

    /// <summary>Takes the pool for a call, if nobody has it.</summary>
    /// <param name="threads">Threads that the call wants, its own included.</param>
    /// <returns>Whether the caller has the pool now, and owes a <see cref="Release"/>.</returns>
    public bool TryAcquire(int threads)
    {
        if (Interlocked.CompareExchange(ref _held, 1, 0) != 0)
            return false;
        int wanted = Math.Min(threads - 1, MaxWorkers);
        if (_workerCount < wanted)
            StartWorkers(wanted);
        return true;
    }

    /// <summary>Gives the pool back.</summary>
    public void Release() => Volatile.Write(ref _held, 0);

    /// <summary>Runs all tasks of one step and returns when they are done. Only for the holder of the pool.</summary>
    /// <param name="kernel">Called as <c>kernel(arguments, begin, end)</c>, on several threads.</param>
    /// <param name="tasks">Number of tasks, at least 1.</param>
    /// <param name="arguments">Passed on.</param>
    /// <param name="threads">Threads to use at most, the caller's included.</param>
    public void Run(delegate*<KernelArguments*, int, int, void> kernel, int tasks, KernelArguments* arguments, int threads)
    {
        int helpers = Math.Min(Math.Min(threads, tasks) - 1, _workerCount);
        if (helpers <= 0)
        {
            kernel(arguments, 0, tasks);
            return;
        }

        _step.Kernel = kernel;
        _step.Arguments = arguments;
        RunStep(tasks, helpers);
    }

    /// <summary>Runs all tasks of an object, in place of those of a kernel.</summary>
    /// <param name="owner">Called on several threads.</param>
    /// <param name="tasks">Number of tasks, at least 1.</param>
    /// <param name="threads">Threads to use at most, the caller's included.</param>
    public void Run(IThreadTasks owner, int tasks, int threads)
    {
        int helpers = Math.Min(Math.Min(threads, tasks) - 1, _workerCount);
        if (helpers <= 0)
        {
            owner.Run(0, 0, tasks);
            return;
        }

        _step.Owner = owner;
        try
        {
            RunStep(tasks, helpers);
        }
        finally
        {
            _step.Owner = null;
        }
    }

    /// <summary>Waits for a step that worker <paramref name="index"/> may join and has not seen, and runs its share.</summary>
    /// <returns>False when nothing came within the time of a short spin.</returns>
    internal bool TryHelp(int index, ref int seenGeneration)
    {
        long start = 0;
        for (int spins = 1; ; spins++)
        {
            if (_step.TryJoin(index, ref seenGeneration))
            {
                Help(index + 1);
                return true;
            }

            Thread.SpinWait(4);
            if ((spins & 15) != 0)
                continue;
            long now = Stopwatch.GetTimestamp();
            if (start == 0)
                start = now;
            if (now - start >= _spinTicks)
                return false;
        }
    }

    /// <summary>Whether a step waits that worker <paramref name="index"/> has not seen.</summary>
    internal bool HasWork(int index, int seenGeneration) => _step.IsOpenFor(index, seenGeneration);

    private void RunStep(int tasks, int helpers)
    {
        _step.Tasks.Deal(tasks, helpers + 1);
        _failure = null;
        _step.Open(helpers);
        for (int i = 0; i < helpers; i++)
            _workers[i]!.Wake();
        try
        {
            _step.Work(0);
        }
        catch
        {
            _step.Cancel();
            throw;
        }
        finally
        {
            // Also after an exception: nobody may still run when the caller's memory goes away.
            _step.CloseAndWait();
        }

        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    private void Help(int thread)
    {
        try
        {
            _step.Work(thread);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            _step.Cancel();
        }
        finally
        {
            _step.Leave();
        }
    }

    private void StartWorkers(int wanted)
    {
        for (int i = _workerCount; i < wanted; i++)
        {
            try
            {
                _workers[i] = new KernelWorker(this, i);
            }
            catch (Exception failure) when (failure is OutOfMemoryException or ThreadStartException)
            {
                // The system grants no more threads: those that run are enough to be correct.
                return;
            }

            Volatile.Write(ref _workerCount, i + 1);
        }
    }
}
