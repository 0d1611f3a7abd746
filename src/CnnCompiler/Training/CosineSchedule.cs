using System;

namespace CnnCompiler;

/// <summary>
/// Falls from the base rate to a minimum along half a cosine over the whole training (Loshchilov and Hutter 2016, arXiv 1608.03983;
/// <c>torch.optim.lr_scheduler.CosineAnnealingLR</c> with T_max = epochs, here batch by batch):
/// minimum + (base - minimum) * (1 + cos(pi * epoch / epochs)) / 2.
/// </summary>
/// <param name="minimum">The rate at the end; finite, not negative. Default 0.</param>
/// <exception cref="ArgumentOutOfRangeException">The minimum is negative or not finite.</exception>
public sealed class CosineSchedule(float minimum = 0) : LearningRateSchedule
{
    private readonly float _minimum = OptionRange.NotNegative(minimum, nameof(minimum));

    /// <inheritdoc/>
    protected override double Rate(double baseRate, double epoch, int epochs)
        => _minimum + ((baseRate - _minimum) * (1 + Math.Cos(Math.PI * epoch / epochs)) / 2);
}
