namespace CnnCompiler;

/// <summary>
/// Adam with decoupled weight decay (Loshchilov and Hutter 2017, arXiv 1711.05101), as <c>torch.optim.AdamW</c>:
/// <c>p *= 1 - LearningRate * WeightDecay</c>, then the step of <see cref="Adam"/> without its penalty.
/// </summary>
public sealed class AdamW : AdamOptimizer
{
    /// <summary>Makes the optimizer.</summary>
    /// <param name="learningRate">The learning rate, finite and not negative. Default 0.001.</param>
    public AdamW(float learningRate = 1e-3f)
        : base(learningRate) => WeightDecay = 0.01f;

    /// <inheritdoc/>
    public override void Step(Network network)
    {
        OptimizerState state = BeginStep(network, 2);
        double keep = 1 - ((double)LearningRate * WeightDecay);
        Update(network, state, new AdamRule(LearningRate, Beta1, Beta2, Epsilon, 0, keep, state.Steps));
    }
}
