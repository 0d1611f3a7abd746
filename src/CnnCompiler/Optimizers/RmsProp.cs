using System.Numerics;

namespace CnnCompiler;

/// <summary>
/// RMSprop (Tieleman and Hinton 2012, Coursera lecture 6), as <c>torch.optim.RMSprop</c>: <c>g += WeightDecay * p</c>;
/// <c>v = Alpha * v + (1 - Alpha) * g²</c>; <c>d = g / (sqrt(v) + Epsilon)</c>; with momentum <c>b = Momentum * b + d</c> takes the place
/// of <c>d</c>; <c>p -= LearningRate * d</c>. <see cref="Centered"/> divides by the deviation instead: <c>sqrt(v - mean(g)²)</c>.
/// </summary>
/// <param name="learningRate">The learning rate, finite and not negative. Default 0.01.</param>
public sealed class RmsProp(float learningRate = 1e-2f) : Optimizer(learningRate)
{
    private float _alpha = 0.99f;
    private float _epsilon = 1e-8f;
    private float _momentum;
    private float _weightDecay;

    /// <summary>Decay of the squared gradient's average, at least 0 and below 1. Default 0.99.</summary>
    public float Alpha
    {
        get => _alpha;
        set => _alpha = OptionRange.Fraction(value);
    }

    /// <summary>Added to the root, outside of it; finite, above 0. Default 1e-8.</summary>
    public float Epsilon
    {
        get => _epsilon;
        set => _epsilon = OptionRange.Positive(value);
    }

    /// <summary>Part of the last step's direction that is kept, at least 0 and below 1. Default 0.</summary>
    public float Momentum
    {
        get => _momentum;
        set => _momentum = OptionRange.Fraction(value);
    }

    /// <summary>L2 penalty: this times the parameter is added to its gradient. Finite, not negative. Default 0.</summary>
    public float WeightDecay
    {
        get => _weightDecay;
        set => _weightDecay = OptionRange.NotNegative(value);
    }

    /// <summary>Divides by an estimate of the gradient's deviation, not of its root mean square. Default false.</summary>
    public bool Centered { get; set; }

    /// <inheritdoc/>
    public override void Step(Network network)
    {
        // Arrays: average square, momentum, average gradient. The rarest option is last, so that the others do not pay for it.
        int arenas = Centered ? 3 : Momentum > 0 ? 2 : 1;
        OptimizerState state = BeginStep(network, arenas);
        Update(network, state, new Rule(this, arenas));
    }

    private readonly struct Rule(RmsProp options, int arenas) : IUpdateRule
    {
        private readonly Vector<float> _rate = new(-options.LearningRate);
        private readonly Vector<float> _decay = new(options.WeightDecay);
        private readonly Vector<float> _alpha = new(options.Alpha);
        private readonly Vector<float> _share = new((float)(1 - (double)options.Alpha));
        private readonly Vector<float> _epsilon = new(options.Epsilon);
        private readonly Vector<float> _momentum = new(options.Momentum);

        public int Arenas => arenas;

        public void Apply(ref Vector<float> parameter, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
        {
            gradient = Vector.MultiplyAddEstimate(_decay, parameter, gradient);
            Vector<float> share = _share * gradient;
            first = Vector.MultiplyAddEstimate(_alpha, first, share * gradient);
            Vector<float> variance = first;
            if (arenas > 2)
            {
                third = Vector.MultiplyAddEstimate(_alpha, third, share);

                // Rounding can take it below zero where the gradient is constant.
                variance = Vector.Max(variance - (third * third), Vector<float>.Zero);
            }

            Vector<float> direction = gradient / (Vector.SquareRoot(variance) + _epsilon);
            second = Vector.MultiplyAddEstimate(_momentum, second, direction);
            parameter = Vector.MultiplyAddEstimate(_rate, second, parameter);
        }
    }
}
