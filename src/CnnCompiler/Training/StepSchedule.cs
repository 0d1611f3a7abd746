using System;

namespace CnnCompiler;

/// <summary>Multiplies the learning rate by a factor every few epochs, as <c>torch.optim.lr_scheduler.StepLR</c>: base * gamma^floor(epoch / stepSize).</summary>
public sealed class StepSchedule : LearningRateSchedule
{
    private readonly int _stepSize;
    private readonly float _gamma;

    /// <summary>Makes the schedule.</summary>
    /// <param name="stepSize">Epochs between two changes, at least 1.</param>
    /// <param name="gamma">The factor; finite, above 0. Default 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public StepSchedule(int stepSize, float gamma = 0.1f)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepSize, 1);
        _stepSize = stepSize;
        _gamma = OptionRange.Positive(gamma, nameof(gamma));
    }

    /// <inheritdoc/>
    protected override double Rate(double baseRate, double epoch, int epochs) => baseRate * Math.Pow(_gamma, Math.Floor(epoch / _stepSize));
}
