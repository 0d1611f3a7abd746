using System;
using System.Threading;
using CnnCompiler.Initialization;

namespace CnnCompiler.Runtime;

/// <summary>Packed parameters and running statistics, counted by the instances that share them and freed with the last.</summary>
internal sealed class NetworkWeights
{
    private int _instances = 1;
    private long _shares;

    private long _version = 1;

    private NetworkWeights(NetworkDefinition definition)
    {
        Parameters = new NativeArena(definition.ParameterFloats);
        Buffers = new NativeArena(definition.BufferFloats);
    }

    /// <summary>Packed parameters.</summary>
    public NativeArena Parameters { get; }

    /// <summary>Running statistics.</summary>
    public NativeArena Buffers { get; }

    /// <summary>Bytes of both.</summary>
    public long Bytes => Parameters.Bytes + Buffers.Bytes;

    /// <summary>Counts changes of parameters and statistics.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Allocates and initialises the weights of one network.</summary>
    /// <param name="definition">The network.</param>
    /// <param name="seed">Seed of the initial values.</param>
    /// <param name="threads">Threads to use at most, the caller's included.</param>
    public static NetworkWeights Create(NetworkDefinition definition, int seed, int threads)
    {
        var weights = new NetworkWeights(definition);
        ParameterInitializer.Initialize(definition, seed, weights, threads);
        return weights;
    }

    /// <summary>Says that parameters or running statistics have changed: what was derived from them is no longer valid.</summary>
    public void MarkChanged() => Interlocked.Increment(ref _version);

    /// <summary>Counts one instance more.</summary>
    /// <param name="name">The network's name, for the error.</param>
    /// <returns>How many times the weights were shared, this time included: tells the random streams of the instances apart.</returns>
    /// <exception cref="ObjectDisposedException">The last instance is gone.</exception>
    public ulong Share(string name)
    {
        int instances = Volatile.Read(ref _instances);
        while (true)
        {
            if (instances == 0)
                throw new ObjectDisposedException(name);
            int found = Interlocked.CompareExchange(ref _instances, instances + 1, instances);
            if (found == instances)
                return (ulong)Interlocked.Increment(ref _shares);
            instances = found;
        }
    }

    /// <summary>Counts one instance less; frees the memory with the last.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _instances) != 0)
            return;
        Parameters.Dispose();
        Buffers.Dispose();
    }
}
