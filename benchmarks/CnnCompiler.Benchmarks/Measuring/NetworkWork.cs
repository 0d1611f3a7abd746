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
        _inputs = RandomValues.Create(RandomValues.InputSeed, (long)batch * net.InputSize);
        _inputGradient = new float[_inputs.Length];
        _outputs = new float[checked(batch * net.OutputSize)];
        _targets = RandomValues.Create(2, _outputs.Length);
        _labels = new int[checked(batch * (net.OutputSize / net.OutputShape[0]))];
        var random = new Random(3);
        for (int i = 0; i < _labels.Length; i++)
        {
            _labels[i] = random.Next(net.OutputShape[0]);
        }
    }

    /// <summary>The instruction set that the network runs on.</summary>
    public Isa Isa => _net.Isa;

    /// <summary>The network.</summary>
    public Network Network => _net;

    /// <summary>What the last prediction gave.</summary>
    public ReadOnlySpan<float> Outputs => _outputs;

    /// <summary>A pass by its name on the command line.</summary>
    /// <param name="pass">One of <see cref="PassNames"/>.</param>
    public Action Pass(string pass) => pass switch
    {
        PassNames.Predict => Predict,
        PassNames.Gradient => Gradient,
        _ => Step,
    };

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
}
