using CnnCompiler.Benchmarks.Measuring;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>What a ratio (peer's time by ours) should come to.</summary>
/// <param name="Batch">The batch that it is for.</param>
/// <param name="Goal">What is aimed at.</param>
/// <param name="Floor">What it must not be below.</param>
internal sealed record PeerGoal(int Batch, double Goal, double Floor)
{
    private const int SmallStep = 64, LargeStep = 8;

    /// <summary>The goal of a network's pass.</summary>
    /// <param name="network">Its name.</param>
    /// <param name="pass">The pass.</param>
    public static PeerGoal Of(string network, string pass) => (network, pass) switch
    {
        ("lenet5", PassNames.Predict) => new(1, 2.5, 1.8),
        ("resnet20", PassNames.Predict) => new(1, 1.6, 1.3),
        ("alexnet", PassNames.Predict) => new(1, 1.15, 1.0),
        ("googlenet", PassNames.Predict) => new(1, 1.35, 1.15),
        ("resnet50", PassNames.Predict) => new(1, 1.35, 1.15),
        ("vgg16", PassNames.Predict) => new(1, 2.4, 2.0),
        ("lenet5", _) => new(SmallStep, 5, 3.5),
        ("resnet20", _) => new(SmallStep, 2, 1.5),
        ("alexnet", _) => new(LargeStep, 1.5, 1.2),
        ("googlenet", _) => new(LargeStep, 1.6, 1.3),
        ("resnet50", _) => new(LargeStep, 1.4, 1.15),
        _ => new(LargeStep, 2, 1.5),
    };

    /// <summary>The goal at another batch: not to be slower.</summary>
    /// <param name="batch">The batch.</param>
    public PeerGoal At(int batch) => batch == Batch ? this : new(batch, 1, 1);
}
