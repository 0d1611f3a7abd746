using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using CnnCompiler.Initialization;

namespace CnnCompiler;

/// <summary>
/// Gives the batches of all epochs in shuffled order, filling one buffer on a thread of its own while the other is in use. The order depends
/// on seed and epoch alone.
/// </summary>
internal sealed class BatchLoader : IDisposable
{
    private readonly Dataset _data;
    private readonly int _batchSize;
    private readonly int _epochs;
    private readonly int _seed;
    private readonly int[] _order;
    private readonly Batch[] _buffers;
    private readonly SemaphoreSlim _free = new(2);
    private readonly SemaphoreSlim _filled = new(0);
    private readonly Thread _thread;
    private volatile bool _stop;
    private ExceptionDispatchInfo? _failure;
    private long _taken;

    /// <summary>Starts to fill the first batches.</summary>
    public BatchLoader(Dataset data, int batchSize, int epochs, int seed)
    {
        _data = data;
        _batchSize = Math.Min(batchSize, data.Count);
        _epochs = epochs;
        _seed = seed;
        _order = new int[data.Count];
        _buffers = [new Batch(data, _batchSize), new Batch(data, _batchSize)];
        _thread = new Thread(Load) { IsBackground = true, Name = "CnnCompiler batch loader" };
        _thread.Start();
    }

    /// <summary>Batches of an epoch; the last one may be shorter.</summary>
    public int BatchesPerEpoch => (int)(((long)_data.Count + _batchSize - 1) / _batchSize);

    /// <summary>The next batch, valid until the next call. What the dataset throws on the loader's thread is thrown here.</summary>
    public Batch Next()
    {
        if (_taken > 0)
        {
            _free.Release();
        }

        _filled.Wait();
        _failure?.Throw();
        return _buffers[_taken++ % 2];
    }

    /// <summary>Ends the thread, after the batch that it is filling.</summary>
    public void Dispose()
    {
        _stop = true;
        _free.Release();
        _thread.Join();
        _free.Dispose();
        _filled.Dispose();
    }

    private void Load()
    {
        try
        {
            long batch = 0;
            for (int epoch = 0; epoch < _epochs; epoch++)
            {
                Shuffle(epoch);
                for (int first = 0; first < _order.Length; first += Math.Min(_batchSize, _order.Length - first))
                {
                    _free.Wait();
                    if (_stop)
                    {
                        return;
                    }

                    _buffers[batch++ % 2].Fill(_order.AsSpan(first, Math.Min(_batchSize, _order.Length - first)));
                    _filled.Release();
                }
            }
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
            _filled.Release();
        }
    }

    // Fisher and Yates. Starting from the identity, so that an epoch's order does not depend on those before.
    private void Shuffle(int epoch)
    {
        var random = new RandomStream(_seed, (ulong)epoch);
        for (int i = 0; i < _order.Length; i++)
        {
            int other = (int)(random.NextUniform() * (i + 1));
            _order[i] = _order[other];
            _order[other] = i;
        }
    }
}
