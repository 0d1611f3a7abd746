using System;

namespace CnnCompiler;

/// <summary>A dataset in arrays. The arrays are not copied: who changes them changes the dataset.</summary>
public sealed class InMemoryDataset : Dataset
{
    private readonly float[]? _values;
    private readonly byte[]? _bytes;
    private readonly float[]? _levels;
    private readonly int[]? _labels;
    private readonly float[]? _targets;

    /// <summary>Float inputs with labels.</summary>
    /// <param name="inputShape">The shape of one input.</param>
    /// <param name="inputs">All inputs, one after the other.</param>
    /// <param name="labels">One label per sample, or as many for each as its output has positions.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public InMemoryDataset(ReadOnlySpan<int> inputShape, float[] inputs, int[] labels)
        : base(inputShape, Each(inputShape, inputs, labels, nameof(labels)), 0)
    {
        _values = inputs;
        _labels = labels;
        Count = inputs.Length / InputSize;
    }

    /// <summary>Float inputs with target values.</summary>
    /// <param name="inputShape">The shape of one input.</param>
    /// <param name="inputs">All inputs, one after the other.</param>
    /// <param name="targets">All target values, one sample after the other.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public InMemoryDataset(ReadOnlySpan<int> inputShape, float[] inputs, float[] targets)
        : base(inputShape, 0, Each(inputShape, inputs, targets, nameof(targets)))
    {
        _values = inputs;
        _targets = targets;
        Count = inputs.Length / InputSize;
    }

    /// <summary>Byte inputs (pixels) with labels; byte b is the value (b / 255 - mean) / deviation.</summary>
    /// <param name="inputShape">The shape of one input.</param>
    /// <param name="inputs">All inputs, one after the other.</param>
    /// <param name="labels">One label per sample, or as many for each as its output has positions.</param>
    /// <param name="mean">Subtracted from the value in 0 .. 1. Default 0.</param>
    /// <param name="deviation">Divisor, not 0. Default 1.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the divisor is 0.</exception>
    public InMemoryDataset(ReadOnlySpan<int> inputShape, byte[] inputs, int[] labels, float mean = 0, float deviation = 1)
        : base(inputShape, Each(inputShape, inputs, labels, nameof(labels)), 0)
    {
        if (!float.IsFinite(mean) || !float.IsFinite(deviation) || deviation == 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Mean and deviation have to be finite and the deviation not 0, found {mean} and {deviation}."), nameof(deviation));
        }

        _bytes = inputs;
        _labels = labels;
        _levels = new float[256];
        for (int level = 0; level < _levels.Length; level++)
        {
            _levels[level] = ((level / 255f) - mean) / deviation;
        }

        Count = inputs.Length / InputSize;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override void CopySample(int index, Span<float> input)
    {
        int start = First(index, InputSize);
        if (_values is not null)
        {
            _values.AsSpan(start, InputSize).CopyTo(input);
            return;
        }

        ReadOnlySpan<byte> bytes = _bytes.AsSpan(start, InputSize);
        ReadOnlySpan<float> levels = _levels;
        input = input[..InputSize];
        for (int i = 0; i < input.Length; i++)
        {
            input[i] = levels[bytes[i]];
        }
    }

    /// <inheritdoc/>
    public override void CopyLabels(int index, Span<int> labels)
    {
        if (_labels is null)
        {
            base.CopyLabels(index, labels);
        }

        _labels.AsSpan(First(index, LabelSize), LabelSize).CopyTo(labels);
    }

    /// <inheritdoc/>
    public override void CopyTargets(int index, Span<float> targets)
    {
        if (_targets is null)
        {
            base.CopyTargets(index, targets);
        }

        _targets.AsSpan(First(index, TargetSize), TargetSize).CopyTo(targets);
    }

    private static int Each<TInput, TAnswer>(ReadOnlySpan<int> inputShape, TInput[] inputs, TAnswer[] answers, string name)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(answers);
        var shape = new TensorShape(inputShape);
        long size = Math.Max(1, shape.ElementCount);
        if (inputs.Length == 0 || inputs.Length % size != 0)
        {
            throw new ArgumentException($"Inputs of shape {shape} need a positive multiple of {size} values, found {inputs.Length}.", nameof(inputs));
        }

        long count = inputs.Length / size;
        if (answers.Length == 0 || answers.Length % count != 0)
        {
            throw new ArgumentException(
                $"{count} inputs of shape {shape} need {count} {name}, or a multiple of that; found {answers.Length}.", name);
        }

        return (int)(answers.Length / count);
    }

    private int First(int index, int size)
    {
        if ((uint)index >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"Sample {index} does not exist: the dataset has {Count} samples.");
        }

        return index * size;
    }
}
