namespace CnnCompiler;

/// <summary>
/// Adam (Kingma and Ba 2014, arXiv 1412.6980), as <c>torch.optim.Adam</c>: <c>g += WeightDecay * p</c>;
/// <c>m = Beta1 * m + (1 - Beta1) * g</c>; <c>v = Beta2 * v + (1 - Beta2) * g²</c>; in step t
/// <c>p -= LearningRate / (1 - Beta1^t) * m / (sqrt(v / (1 - Beta2^t)) + Epsilon)</c>.
/// </summary>
/// <param name="learningRate">The learning rate, finite and not negative. Default 0.001.</param>
public sealed class Adam(float learningRate = 1e-3f) : AdamOptimizer(learningRate)
{
    /// <inheritdoc/>
    public override void Step(Network network)
    {
        OptimizerState state = BeginStep(network, 2);
        Update(network, state, new AdamRule(LearningRate, Beta1, Beta2, Epsilon, WeightDecay, 1, state.Steps));
    }
}
