using System;
using System.Numerics;

namespace CnnCompiler;

/// <summary>
/// Stochastic gradient descent with momentum, as <c>torch.optim.SGD</c>: <c>g += WeightDecay * p</c>;
/// <c>v = Momentum * v + (1 - Dampening) * g</c>, where the first <c>v</c> is <c>g</c>;
/// <c>p -= LearningRate * v</c>, with <see cref="Nesterov"/> <c>p -= LearningRate * (g + Momentum * v)</c>.
/// </summary>
/// <param name="learningRate">The learning rate, finite and not negative.</param>
public sealed class Sgd(float learningRate) : Optimizer(learningRate)
{
    private float _momentum;
    private float _dampening;
    private float _weightDecay;

    /// <summary>Part of the last step's direction that is kept, at least 0 and below 1. Default 0.</summary>
    public float Momentum
    {
        get => _momentum;
        set => _momentum = OptionRange.Fraction(value);
    }

    /// <summary>Part of a gradient that does not enter the momentum, at least 0 and below 1. Default 0.</summary>
    public float Dampening
    {
        get => _dampening;
        set => _dampening = OptionRange.Fraction(value);
    }

    /// <summary>Looks ahead along the momentum (Nesterov, in the form of Sutskever et al. 2013). Needs momentum, and no dampening. Default false.</summary>
    public bool Nesterov { get; set; }

    /// <summary>L2 penalty: this times the parameter is added to its gradient. Finite, not negative. Default 0.</summary>
    public float WeightDecay
    {
        get => _weightDecay;
        set => _weightDecay = OptionRange.NotNegative(value);
    }

    /// <inheritdoc/>
    public override void Step(Network network)
    {
        if (Nesterov && (Momentum == 0 || Dampening != 0))
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"Sgd.Nesterov needs Momentum above 0 and Dampening 0, found Momentum {Momentum} and Dampening {Dampening}."));
        }

        OptimizerState state = BeginStep(network, Momentum == 0 ? 0 : 1);
        if (Momentum == 0)
        {
            Update(network, state, new Plain(LearningRate, WeightDecay));
        }
        else
        {
            // The first direction is the whole gradient: the remembered one is zero, and dampening does not apply yet.
            float share = state.IsNew ? 1 : 1 - Dampening;
            Update(network, state, new WithMomentum(LearningRate, WeightDecay, Momentum, share, Nesterov));
        }
    }

    private readonly struct Plain(float rate, float decay) : IUpdateRule
    {
        private readonly Vector<float> _rate = new(-rate);
        private readonly Vector<float> _decay = new(decay);

        public int Arenas => 0;

        public void Apply(ref Vector<float> parameter, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
            => parameter = Vector.MultiplyAddEstimate(_rate, Vector.MultiplyAddEstimate(_decay, parameter, gradient), parameter);
    }

    private readonly struct WithMomentum(float rate, float decay, float momentum, float share, bool nesterov) : IUpdateRule
    {
        private readonly Vector<float> _rate = new(-rate);
        private readonly Vector<float> _decay = new(decay);
        private readonly Vector<float> _momentum = new(momentum);
        private readonly Vector<float> _share = new(share);

        public int Arenas => 1;

        public void Apply(ref Vector<float> parameter, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
        {
            gradient = Vector.MultiplyAddEstimate(_decay, parameter, gradient);
            first = Vector.MultiplyAddEstimate(_momentum, first, _share * gradient);
            Vector<float> direction = nesterov ? Vector.MultiplyAddEstimate(_momentum, first, gradient) : first;
            parameter = Vector.MultiplyAddEstimate(_rate, direction, parameter);
        }
    }
}
