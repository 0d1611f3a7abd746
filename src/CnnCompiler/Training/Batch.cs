using System;

namespace CnnCompiler;

/// <summary>Memory of one batch.</summary>
internal sealed class Batch(Dataset data, int capacity)
{
    private readonly float[] _inputs = new float[checked(capacity * data.InputSize)];
    private readonly int[] _labels = new int[checked(capacity * data.LabelSize)];
    private readonly float[] _targets = new float[checked(capacity * data.TargetSize)];

    /// <summary>Samples it holds now.</summary>
    public int Count { get; private set; }

    /// <summary>The inputs of the samples.</summary>
    public ReadOnlySpan<float> Inputs => _inputs.AsSpan(0, Count * data.InputSize);

    /// <summary>Their labels; empty where the dataset has target values.</summary>
    public ReadOnlySpan<int> Labels => _labels.AsSpan(0, Count * data.LabelSize);

    /// <summary>Their target values; empty where the dataset has labels.</summary>
    public ReadOnlySpan<float> Targets => _targets.AsSpan(0, Count * data.TargetSize);

    /// <summary>Copies the samples that <paramref name="order"/> names.</summary>
    public void Fill(ReadOnlySpan<int> order)
    {
        for (int slot = 0; slot < order.Length; slot++)
        {
            data.CopySample(order[slot], _inputs.AsSpan(slot * data.InputSize, data.InputSize));
            if (data.LabelSize > 0)
            {
                data.CopyLabels(order[slot], _labels.AsSpan(slot * data.LabelSize, data.LabelSize));
            }
            else
            {
                data.CopyTargets(order[slot], _targets.AsSpan(slot * data.TargetSize, data.TargetSize));
            }
        }

        Count = order.Length;
    }
}
