using System;

namespace CnnCompiler;

/// <summary>Consecutive samples of another dataset.</summary>
internal sealed class DatasetSlice : Dataset
{
    private readonly Dataset _source;
    private readonly int _start;

    public DatasetSlice(Dataset source, int start, int count)
        : base(source.InputShape.AsSpan(), source.LabelSize, source.TargetSize)
    {
        if (start < 0 || count < 0 || start > source.Count - count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"Samples {start} to {(long)start + count - 1} do not lie in a dataset of {source.Count} samples.");
        }

        _source = source;
        _start = start;
        Count = count;
    }

    public override int Count { get; }

    public override void CopySample(int index, Span<float> input) => _source.CopySample(Inner(index), input);

    public override void CopyLabels(int index, Span<int> labels) => _source.CopyLabels(Inner(index), labels);

    public override void CopyTargets(int index, Span<float> targets) => _source.CopyTargets(Inner(index), targets);

    private int Inner(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return _start + index;
    }
}
