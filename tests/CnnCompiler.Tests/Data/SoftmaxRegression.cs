using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CnnCompiler.Tests;

/// <summary>A linear classifier, trained sample by sample.</summary>
internal sealed class SoftmaxRegression(int features, int classes)
{
    private readonly float[][] _weights = [.. Enumerable.Range(0, classes).Select(_ => new float[features])];
    private readonly float[] _biases = new float[classes];

    public void Train(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, float rate)
    {
        Span<float> scores = stackalloc float[classes];
        for (int sample = 0; sample < labels.Length; sample++)
        {
            ReadOnlySpan<float> input = inputs.Slice(sample * features, features);
            Score(input, scores);
            float largest = float.NegativeInfinity;
            foreach (float score in scores)
            {
                largest = MathF.Max(largest, score);
            }

            float sum = 0;
            foreach (ref float score in scores)
            {
                score = MathF.Exp(score - largest);
                sum += score;
            }

            for (int label = 0; label < classes; label++)
            {
                float step = -rate * ((scores[label] / sum) - (label == labels[sample] ? 1 : 0)) / 10;
                _biases[label] += step;
                Span<Vector<float>> weights = MemoryMarshal.Cast<float, Vector<float>>(_weights[label].AsSpan());
                ReadOnlySpan<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(input);
                for (int i = 0; i < weights.Length; i++)
                {
                    weights[i] += values[i] * step;
                }
            }
        }
    }

    public double Accuracy(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        Span<float> scores = stackalloc float[classes];
        int right = 0;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            Score(inputs.Slice(sample * features, features), scores);
            int best = 0;
            for (int label = 1; label < classes; label++)
            {
                best = scores[label] > scores[best] ? label : best;
            }

            right += best == labels[sample] ? 1 : 0;
        }

        return (double)right / labels.Length;
    }

    private void Score(ReadOnlySpan<float> input, Span<float> scores)
    {
        ReadOnlySpan<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(input);
        for (int label = 0; label < classes; label++)
        {
            ReadOnlySpan<Vector<float>> weights = MemoryMarshal.Cast<float, Vector<float>>(_weights[label].AsSpan());
            Vector<float> sum = Vector<float>.Zero;
            for (int i = 0; i < weights.Length; i++)
            {
                sum += weights[i] * values[i];
            }

            scores[label] = Vector.Sum(sum) + _biases[label];
        }
    }
}
