using System;

namespace CnnCompiler;

/// <summary>Whether a dataset's samples are what a network takes. Checked whole before the first batch, so that no training stops half-way over it.</summary>
internal static class DatasetContract
{
    /// <summary>Throws an <see cref="ArgumentException"/> where sizes or labels do not fit.</summary>
    public static void Require(Network network, Dataset data, int batchSize, string argument)
    {
        if (data.Count < 1)
        {
            throw new ArgumentException($"{network.Name} needs at least 1 sample, found an empty dataset.", argument);
        }

        if (data.InputSize != network.InputSize)
        {
            throw new ArgumentException(
                $"{network.Name} expects inputs of {network.InputShape} ({network.InputSize} floats), found a dataset of {data.InputShape} ({data.InputSize}).", argument);
        }

        if (data.TargetSize > 0 && data.TargetSize != network.OutputSize)
        {
            throw new ArgumentException(
                $"{network.Name} expects {network.OutputSize} target values per sample for its output {network.OutputShape}, found {data.TargetSize}.", argument);
        }

        int count = Math.Min(batchSize, data.Count);
        int largest = Math.Max(data.InputSize, network.OutputSize);
        if ((long)count * largest > Array.MaxLength)
        {
            throw new ArgumentException(
                $"BatchSize {batchSize} is too large for {network.Name}: {count} samples of {largest} floats are {(long)count * largest}, but an array holds at most {Array.MaxLength}.", argument);
        }

        if (data.LabelSize > 0)
        {
            RequireLabels(network, data, argument);
        }
    }

    private static void RequireLabels(Network network, Dataset data, string argument)
    {
        int classes = network.OutputShape[0];
        int positions = network.OutputSize / classes;
        if (data.LabelSize != positions)
        {
            throw new ArgumentException(
                $"{network.Name} expects {positions} labels per sample for its output {network.OutputShape}, found {data.LabelSize}.", argument);
        }

        int[] labels = new int[data.LabelSize];
        for (int sample = 0; sample < data.Count; sample++)
        {
            data.CopyLabels(sample, labels);
            int wrong = labels.AsSpan().IndexOfAnyExceptInRange(0, classes - 1);
            if (wrong >= 0)
            {
                throw new ArgumentException(
                    $"{network.Name} expects labels 0 to {classes - 1}, found {labels[wrong]} in sample {sample} (position {wrong}).", argument);
            }
        }
    }
}
