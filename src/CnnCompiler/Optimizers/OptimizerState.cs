using System;

namespace CnnCompiler;

/// <summary>What an optimizer remembers of one network: up to three arrays in the order of its parameter arena.</summary>
internal sealed class OptimizerState(int length)
{
    private readonly float[][] _arenas = [[], [], []];

    /// <summary>Steps made, the current one included.</summary>
    public long Steps { get; set; }

    /// <summary>Whether an array was made for the current step, all zero: it remembers nothing yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>One of the arrays; empty where it is not needed.</summary>
    public Span<float> Arena(int index) => _arenas[index];

    /// <summary>Makes sure of the first <paramref name="count"/> arrays: an option may be switched on between two steps.</summary>
    public void Grow(int count)
    {
        IsNew = false;
        for (int index = 0; index < count; index++)
        {
            if (_arenas[index].Length != length)
            {
                _arenas[index] = new float[length];
                IsNew = true;
            }
        }
    }
}
