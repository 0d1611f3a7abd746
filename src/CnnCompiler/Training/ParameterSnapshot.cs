using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CnnCompiler;

/// <summary>A copy of what training changes in a network: trainable parameters and running statistics.</summary>
internal sealed class ParameterSnapshot
{
    private readonly Network _network;
    private readonly float[] _parameters;
    private readonly float[][] _buffers;

    /// <summary>Copies the network's present state.</summary>
    public ParameterSnapshot(Network network)
    {
        _network = network;
        _parameters = new float[network.ParameterMemory.Length];
        _buffers = [.. network.Buffers.Select(buffer => new float[buffer.Length])];
        Take();
    }

    /// <summary>Whether all values are finite numbers; if so, they are the new copy.</summary>
    public bool TryTake()
    {
        bool isFinite = IsFinite(_network.ParameterMemory);

        // The span does not keep the native memory below it.
        GC.KeepAlive(_network);
        if (!isFinite)
        {
            return false;
        }

        // Running statistics are small: they are copied first, and only then looked at.
        for (int index = 0; index < _buffers.Length; index++)
        {
            float[] values = new float[_buffers[index].Length];
            _network.Buffers[index].CopyTo(values);
            if (!IsFinite(values))
            {
                return false;
            }
        }

        Take();
        return true;
    }

    /// <summary>Gives the network the copied state back.</summary>
    public void Restore()
    {
        _parameters.CopyTo(_network.ParameterMemory);
        GC.KeepAlive(_network);
        for (int index = 0; index < _buffers.Length; index++)
        {
            _network.Buffers[index].CopyFrom(_buffers[index]);
        }

        _network.AnnounceChange();
    }

    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        // 0 * x is 0 for finite x and NaN otherwise, and NaN survives a sum.
        Vector<float> sum = Vector<float>.Zero;
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        foreach (Vector<float> vector in vectors)
        {
            sum += vector * Vector<float>.Zero;
        }

        float total = Vector.Sum(sum);
        foreach (float value in values[(vectors.Length * Vector<float>.Count)..])
        {
            total += value * 0;
        }

        return total == 0;
    }

    private void Take()
    {
        _network.ParameterMemory.CopyTo(_parameters);
        GC.KeepAlive(_network);
        for (int index = 0; index < _buffers.Length; index++)
        {
            _network.Buffers[index].CopyTo(_buffers[index]);
        }
    }
}
