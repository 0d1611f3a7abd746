using System;

namespace CnnCompiler;

/// <summary>
/// How the learning rate changes during training. <see cref="Trainer"/> asks it before each batch; the base rate is
/// <see cref="Optimizer.LearningRate"/> as it was when training began.
/// </summary>
public abstract class LearningRateSchedule
{
    private float _warmupEpochs;

    /// <summary>
    /// Epochs (parts of one count) in which the rate rises linearly: batch b of the W warm-up batches, counted from 1, takes b / W of what
    /// the schedule says. Finite, not negative. Default 0: no warm-up.
    /// </summary>
    public float WarmupEpochs
    {
        get => _warmupEpochs;
        init => _warmupEpochs = OptionRange.NotNegative(value);
    }

    /// <summary>The learning rate of one batch, warm-up included.</summary>
    /// <param name="baseRate">The optimizer's rate when training began.</param>
    /// <param name="batch">Batches done before this one, over all epochs.</param>
    /// <param name="batchesPerEpoch">Batches of an epoch, at least 1.</param>
    /// <param name="epochs">Epochs of the whole training, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public float At(float baseRate, long batch, int batchesPerEpoch, int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchesPerEpoch, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        double rate = Rate(baseRate, (double)batch / batchesPerEpoch, epochs);
        double warmupBatches = (double)WarmupEpochs * batchesPerEpoch;
        return (float)(batch + 1 < warmupBatches ? rate * (batch + 1) / warmupBatches : rate);
    }

    /// <summary>The learning rate without warm-up.</summary>
    /// <param name="baseRate">The optimizer's rate when training began.</param>
    /// <param name="epoch">Epochs done, with the fraction of the current one: 2.5 is the middle of the third.</param>
    /// <param name="epochs">Epochs of the whole training.</param>
    protected abstract double Rate(double baseRate, double epoch, int epochs);
}
