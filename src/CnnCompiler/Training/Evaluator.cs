using System;
using System.Threading;

namespace CnnCompiler;

/// <summary>Predicts a dataset batch by batch and compares.</summary>
internal static class Evaluator
{
    /// <summary>Accuracy where the samples have labels, otherwise the mean squared error. The dataset fits the network.</summary>
    public static Evaluation Evaluate(Network network, Dataset data, int batchSize, CancellationToken cancellationToken)
    {
        batchSize = Math.Min(batchSize, data.Count);
        var batch = new Batch(data, batchSize);
        int[] order = new int[batchSize];
        float[] outputs = new float[checked(batchSize * network.OutputSize)];
        ConfusionMatrix? confusion = data.LabelSize > 0 ? new ConfusionMatrix(network.OutputShape[0]) : null;
        double squares = 0;
        for (int first = 0; first < data.Count; first += batch.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Math.Min(batchSize, data.Count - first);
            for (int slot = 0; slot < count; slot++)
            {
                order[slot] = first + slot;
            }

            batch.Fill(order.AsSpan(0, count));
            Span<float> output = outputs.AsSpan(0, count * network.OutputSize);
            network.Predict(batch.Inputs, output);
            if (confusion is not null)
            {
                Count(confusion, data.LabelSize, batch.Labels, output);
            }
            else
            {
                squares += SquaredDistance(output, batch.Targets);
            }
        }

        return confusion is not null
            ? new Evaluation(data.Count, confusion.Accuracy, confusion, null)
            : new Evaluation(data.Count, null, null, squares / ((double)data.Count * network.OutputSize));
    }

    // Outputs are samples x classes x positions, labels samples x positions.
    private static void Count(ConfusionMatrix confusion, int positions, ReadOnlySpan<int> labels, ReadOnlySpan<float> outputs)
    {
        for (int at = 0; at < labels.Length; at++)
        {
            ReadOnlySpan<float> scores = outputs[((at / positions * confusion.Classes * positions) + (at % positions))..];
            int best = 0;
            for (int label = 1; label < confusion.Classes; label++)
            {
                best = scores[label * positions] > scores[best * positions] ? label : best;
            }

            confusion.Add(labels[at], best);
        }
    }

    private static double SquaredDistance(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets)
    {
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double difference = (double)outputs[i] - targets[i];
            sum += difference * difference;
        }

        return sum;
    }
}
