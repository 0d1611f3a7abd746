using System;
using System.Runtime.CompilerServices;

namespace CnnCompiler;

/// <summary>
/// Changes a network's parameters along their gradients. What an optimizer remembers of a network (momentum, averages) is allocated
/// at its first <see cref="Step"/>, once; later steps allocate nothing. One instance may serve several networks, each with its own
/// memory, but not from two threads at once.
/// </summary>
/// <remarks>
/// Networks that <see cref="Network.Share"/> their parameters count as different ones here: step the one that trains.
/// </remarks>
public abstract class Optimizer
{
    private readonly ConditionalWeakTable<Network, OptimizerState> _states = new();
    private float _learningRate;

    /// <summary>Sets the learning rate.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    protected Optimizer(float learningRate) => LearningRate = learningRate;

    /// <summary>The learning rate of the next step, finite and not negative. A schedule of <see cref="Trainer"/> sets it for each batch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate
    {
        get => _learningRate;
        set => _learningRate = OptionRange.NotNegative(value, nameof(LearningRate));
    }

    /// <summary>Applies the gradients of the network's last <c>Gradient</c> call to its trainable parameters.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentNullException"><paramref name="network"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The network has no gradients yet, or the options contradict each other.</exception>
    public abstract void Step(Network network);

    /// <summary>Forgets momentum and averages of all networks, as if no step had been made.</summary>
    public void Reset() => _states.Clear();

    /// <summary>One pass over the parameters with <paramref name="rule"/>.</summary>
    private protected static void Update<TRule>(Network network, OptimizerState state, in TRule rule)
        where TRule : struct, IUpdateRule
    {
        ArenaUpdate.Run(rule, network.ParameterMemory, network.GradientMemory, state.Arena(0), state.Arena(1), state.Arena(2));

        // Asking for the span said so before the change; an instance that shares the weights may have predicted since.
        network.Weights.MarkChanged();

        // The spans do not keep the native memory below them.
        GC.KeepAlive(network);
    }

    /// <summary>The network's state with its step counted, made at the first step with zeroed arenas.</summary>
    private protected OptimizerState BeginStep(Network network, int arenas)
    {
        ArgumentNullException.ThrowIfNull(network);
        int length = network.ParameterMemory.Length;
        int gradients = network.GradientMemory.Length;
        if (gradients != length)
        {
            throw new InvalidOperationException(
                $"{GetType().Name}.Step needs the gradients of {network.GetType().Name}: expected {length} floats, found {gradients}. Call Gradient first.");
        }

        if (!_states.TryGetValue(network, out OptimizerState? state))
        {
            state = new OptimizerState(length);
            _states.Add(network, state);
        }

        state.Grow(arenas);
        state.Steps++;
        return state;
    }
}
