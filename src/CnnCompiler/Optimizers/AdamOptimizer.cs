namespace CnnCompiler;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> share: their options.</summary>
public abstract class AdamOptimizer : Optimizer
{
    private float _beta1 = 0.9f;
    private float _beta2 = 0.999f;
    private float _epsilon = 1e-8f;
    private float _weightDecay;

    private protected AdamOptimizer(float learningRate)
        : base(learningRate)
    {
    }

    /// <summary>Decay of the gradient's average, at least 0 and below 1. Default 0.9.</summary>
    public float Beta1
    {
        get => _beta1;
        set => _beta1 = OptionRange.Fraction(value);
    }

    /// <summary>Decay of the squared gradient's average, at least 0 and below 1. Default 0.999.</summary>
    public float Beta2
    {
        get => _beta2;
        set => _beta2 = OptionRange.Fraction(value);
    }

    /// <summary>Added to the root of the average square; finite, above 0. Default 1e-8.</summary>
    public float Epsilon
    {
        get => _epsilon;
        set => _epsilon = OptionRange.Positive(value);
    }

    /// <summary>Weight decay, finite and not negative. Default 0 for <see cref="Adam"/>, 0.01 for <see cref="AdamW"/>.</summary>
    public float WeightDecay
    {
        get => _weightDecay;
        set => _weightDecay = OptionRange.NotNegative(value);
    }
}
