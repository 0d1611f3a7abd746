using System.Threading;

namespace CnnCompiler.Runtime;

/// <summary>One background thread of a <see cref="KernelPool"/>.</summary>
internal sealed class KernelWorker
{
    private readonly KernelPool _pool;
    private readonly int _index;
    private readonly AutoResetEvent _wake = new(false);

    // 1 while the thread blocks or is about to; whoever turns it to 0 decides: the worker to go on, another thread to set the event.
    private int _asleep;

    /// <summary>Starts the thread.</summary>
    /// <param name="pool">Its pool.</param>
    /// <param name="index">Its place in the pool: steps for few threads take low places.</param>
    public KernelWorker(KernelPool pool, int index)
    {
        _pool = pool;
        _index = index;
        var thread = new Thread(Work) { IsBackground = true, Name = "CnnCompiler worker" };
        thread.UnsafeStart();
    }

    /// <summary>Ends the thread's sleep, if it sleeps.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _asleep) == 1 && Interlocked.Exchange(ref _asleep, 0) == 1)
            _wake.Set();
    }

    private void Work()
    {
        int seenGeneration = 0;
        while (true)
        {
            if (_pool.TryHelp(_index, ref seenGeneration))
                continue;

            Interlocked.Exchange(ref _asleep, 1);

            // A step published before the flag was up has woken nobody.
            if (_pool.HasWork(_index, seenGeneration) && Interlocked.Exchange(ref _asleep, 0) == 1)
                continue;
            _wake.WaitOne();
        }
    }
}
