namespace CnnCompiler;

/// <summary>The optimizer's own learning rate all the way, after the warm-up if there is one.</summary>
public sealed class ConstantSchedule : LearningRateSchedule
{
    /// <inheritdoc/>
    protected override double Rate(double baseRate, double epoch, int epochs) => baseRate;
}
