using System;
using System.Collections.Generic;
using CnnCompiler.Runtime;

namespace CnnCompiler.Tests;

/// <summary>A dense layer in plain C#, per position (a 1x1 convolution), with softmax cross-entropy or mean squared error.</summary>
internal sealed unsafe class LinearNetwork(int features, int outputs, int positions = 1, TargetKind targets = TargetKind.Labels)
    : CnnCompiler.Network(Define(features, outputs, positions, targets), new NetworkOptions { Threads = 1, Seed = 3 })
{
    /// <summary>Sizes of the batches seen, and their first features: the order of samples.</summary>
    public List<int> Counts { get; } = [];

    /// <summary>First feature of each sample trained with.</summary>
    public List<float> Order { get; } = [];

    /// <summary>Whether <see cref="Order"/> and <see cref="Counts"/> are kept.</summary>
    public bool Records { get; set; } = true;

    /// <summary>The call of Gradient, from 1, whose loss is <see cref="BadLoss"/>.</summary>
    public int BadLossAtCall { get; set; }

    /// <summary>NaN or an infinity.</summary>
    public double BadLoss { get; set; } = double.NaN;

    /// <summary>The call of Gradient, from 1, whose first gradient is infinite though the loss is finite.</summary>
    public int InfiniteGradientAtCall { get; set; }

    /// <summary>Called inside each gradient pass.</summary>
    public Action<int>? OnGradient { get; set; }

    private int _calls;

    public override CnnCompiler.Network Share() => throw new NotSupportedException();

    protected override void PredictPass(in Pass pass) => Forward(pass, pass.Output);

    protected override void GradientPass(in Pass pass)
    {
        _calls++;
        OnGradient?.Invoke(_calls);
        if (Records)
        {
            Counts.Add(pass.Count);
            for (int n = 0; n < pass.Count; n++)
            {
                Order.Add(pass.Input[n * features * positions]);
            }
        }

        Forward(pass, pass.Values);
        new Span<float>(pass.Gradients, outputs * (features + 1)).Clear();
        for (int n = 0; n < pass.Count; n++)
        {
            pass.Losses[n] = 0;
            for (int p = 0; p < positions; p++)
            {
                float* scores = pass.Values + (n * outputs * positions) + p;
                pass.Losses[n] += targets == TargetKind.Labels
                    ? CrossEntropy(scores, pass.Labels[(n * positions) + p], pass.Count * positions)
                    : SquaredError(scores, pass.Targets + (n * outputs * positions) + p, pass.Count * positions * outputs);
                for (int o = 0; o < outputs; o++)
                {
                    float slope = scores[o * positions];
                    pass.Gradients[(outputs * features) + o] += slope;
                    for (int f = 0; f < features; f++)
                    {
                        pass.Gradients[(o * features) + f] += slope * pass.Input[(((n * features) + f) * positions) + p];
                    }
                }
            }
        }

        pass.Buffers[0] += 1;
        pass.Losses[0] = _calls == BadLossAtCall ? BadLoss : pass.Losses[0];
        pass.Gradients[0] = _calls == InfiniteGradientAtCall ? float.PositiveInfinity : pass.Gradients[0];
    }

    private void Forward(in Pass pass, float* result)
    {
        for (int n = 0; n < pass.Count; n++)
        {
            for (int o = 0; o < outputs; o++)
            {
                for (int p = 0; p < positions; p++)
                {
                    float sum = pass.Parameters[(outputs * features) + o];
                    for (int f = 0; f < features; f++)
                    {
                        sum += pass.Parameters[(o * features) + f] * pass.Input[(((n * features) + f) * positions) + p];
                    }

                    result[(((n * outputs) + o) * positions) + p] = sum;
                }
            }
        }
    }

    // Both replace the scores by the loss's slope.
    private double CrossEntropy(float* scores, int label, int divisor)
    {
        double sum = 0;
        for (int o = 0; o < outputs; o++)
        {
            sum += Math.Exp(scores[o * positions]);
        }

        double loss = Math.Log(sum) - scores[label * positions];
        for (int o = 0; o < outputs; o++)
        {
            scores[o * positions] = (float)(((Math.Exp(scores[o * positions]) / sum) - (o == label ? 1 : 0)) / divisor);
        }

        return loss / divisor;
    }

    private double SquaredError(float* scores, float* expected, int divisor)
    {
        double loss = 0;
        for (int o = 0; o < outputs; o++)
        {
            float difference = scores[o * positions] - expected[o * positions];
            loss += (double)difference * difference / divisor;
            scores[o * positions] = 2 * difference / divisor;
        }

        return loss;
    }

    private static NetworkDefinition Define(int features, int outputs, int positions, TargetKind targets) => new()
    {
        Name = "Linear",
        InputShape = positions == 1 ? [features] : [features, positions],
        OutputShape = positions == 1 ? [outputs] : [outputs, positions],
        Targets = targets,
        Parameters =
        [
            new("weight", [outputs, features], 0, outputs * features, new PackedLayout([outputs, features], [new PackedAxis([features, 1], 1, 1, 0)]), new Initializer(InitializerKind.Uniform, 0.1), true),
            new("bias", [outputs], outputs * features, outputs, PackedLayout.Flat(outputs), new Initializer(InitializerKind.Constant, 0), true),
        ],
        Buffers = [new("passes", [1], 0, 1, PackedLayout.Flat(1), new Initializer(InitializerKind.Constant, 0), false)],
        Isas = [Isa.Portable, Isa.Avx2, Isa.Avx512],
        ParameterFloats = outputs * (features + 1),
        TrainableFloats = outputs * (features + 1),
        BufferFloats = 1,
        PredictChunk = 16,
        PredictValueFloats = 1,
        PredictScratchFloats = 1,
        GradientValueFloats = outputs * positions,
        GradientScratchFloats = 1,
        Summary = new NetworkSummary("Linear", new TensorShape(features), [], -1, 0, 0),
    };
}
