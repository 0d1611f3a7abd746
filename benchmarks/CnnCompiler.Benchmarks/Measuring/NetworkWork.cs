using System;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>A network with a batch of random samples, and the three passes as calls.</summary>
internal sealed class NetworkWork : IDisposable
{
    private readonly Network _net;
    private readonly float[] _inputs;
    private readonly float[] _outputs;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private readonly float[] _inputGradient;

    // A small rate: the same batch again and again must not drive gradients into denormal numbers, which are slow.
    private readonly Sgd _optimizer = new(1e-4f) { Momentum = 0.9f, WeightDecay = 5e-4f };

    /// <summary>Prepares a network.</summary>
    /// <param name="net">The network, disposed with this.</param>
    /// <param name="batch">Samples of a call.</param>
    public NetworkWork(Network net, int batch)
    {
        _net = net;
        var random = new Random(1);
        _inputs = Values(random, (long)batch * net.InputSize);
        _inputGradient = new float[_inputs.Length];
        _outputs = new float[checked(batch * net.OutputSize)];
        _targets = Values(random, _outputs.Length);
        _labels = new int[checked(batch * (net.OutputSize / net.OutputShape[0]))];
        for (int i = 0; i < _labels.Length; i++)
        {
            _labels[i] = random.Next(net.OutputShape[0]);
        }
    }

    /// <summary>The instruction set that the network runs on.</summary>
    public Isa Isa => _net.Isa;

    /// <summary>Forward, in prediction mode.</summary>
    public void Predict() => _net.Predict(_inputs, _outputs);

    /// <summary>Forward and backward, for a loss that takes labels.</summary>
    public void Gradient() => _net.Gradient(_inputs, _labels);

    /// <summary>Forward and backward, for a loss that takes values.</summary>
    public void GradientOfValues() => _net.Gradient(_inputs, _targets);

    /// <summary>Forward and backward down to the input, for a loss that takes values.</summary>
    public void InputGradientOfValues() => _net.Gradient(_inputs, _targets, _inputGradient);

    /// <summary>Forward, backward and update, for a loss that takes labels.</summary>
    public void Step()
    {
        Gradient();
        _optimizer.Step(_net);
    }

    public void Dispose() => _net.Dispose();

    private static float[] Values(Random random, long count)
    {
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)((2 * random.NextDouble()) - 1);
        }

        return values;
    }
}
