using System;

namespace CnnCompiler;

/// <summary>
/// Samples of one shape, each with class labels or with target values. <see cref="Trainer"/> reads samples from a background thread while
/// the calling thread computes; an implementation has to bear a reading from one other thread at a time.
/// </summary>
public abstract class Dataset
{
    /// <summary>Sets the shapes.</summary>
    /// <param name="inputShape">The shape of one input.</param>
    /// <param name="labelSize">Labels per sample: 1, or one per position; 0 where samples have target values.</param>
    /// <param name="targetSize">Target values per sample; 0 where samples have labels.</param>
    /// <exception cref="ArgumentException">A size is negative, the shape is empty, or not exactly one of label and target size is above 0.</exception>
    protected Dataset(ReadOnlySpan<int> inputShape, int labelSize, int targetSize)
    {
        InputShape = new TensorShape(inputShape);
        if (InputShape.ElementCount is < 1 or > int.MaxValue)
        {
            throw new ArgumentException($"The input shape of a dataset needs 1 to {int.MaxValue} elements, found {InputShape}.", nameof(inputShape));
        }

        if (labelSize < 0 || targetSize < 0 || (labelSize > 0) == (targetSize > 0))
        {
            throw new ArgumentException(
                $"A sample has either labels or target values, found {labelSize} labels and {targetSize} target values.", nameof(labelSize));
        }

        InputSize = (int)InputShape.ElementCount;
        LabelSize = labelSize;
        TargetSize = targetSize;
    }

    /// <summary>Number of samples.</summary>
    public abstract int Count { get; }

    /// <summary>The shape of one input: features, channels x length, or channels x height x width.</summary>
    public TensorShape InputShape { get; }

    /// <summary>Floats of one input.</summary>
    public int InputSize { get; }

    /// <summary>Labels per sample: 1, or one per position of the output; 0 where samples have target values.</summary>
    public int LabelSize { get; }

    /// <summary>Target values per sample, as many as outputs; 0 where samples have labels.</summary>
    public int TargetSize { get; }

    /// <summary>Copies one input.</summary>
    /// <param name="index">Sample, 0 to <see cref="Count"/> - 1.</param>
    /// <param name="input"><see cref="InputSize"/> floats in the order of <see cref="InputShape"/>, written.</param>
    public abstract void CopySample(int index, Span<float> input);

    /// <summary>Copies the labels of one sample.</summary>
    /// <param name="index">Sample, 0 to <see cref="Count"/> - 1.</param>
    /// <param name="labels"><see cref="LabelSize"/> labels, written.</param>
    /// <exception cref="NotSupportedException">The samples have target values.</exception>
    public virtual void CopyLabels(int index, Span<int> labels)
        => throw new NotSupportedException($"{GetType().Name} has no labels, but {TargetSize} target values per sample.");

    /// <summary>Copies the target values of one sample.</summary>
    /// <param name="index">Sample, 0 to <see cref="Count"/> - 1.</param>
    /// <param name="targets"><see cref="TargetSize"/> floats, written.</param>
    /// <exception cref="NotSupportedException">The samples have labels.</exception>
    public virtual void CopyTargets(int index, Span<float> targets)
        => throw new NotSupportedException($"{GetType().Name} has no target values, but {LabelSize} labels per sample.");

    /// <summary>A view of consecutive samples, for example to keep some for validation.</summary>
    /// <param name="start">First sample.</param>
    /// <param name="count">Number of samples.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the dataset.</exception>
    public Dataset Slice(int start, int count) => new DatasetSlice(this, start, count);
}
