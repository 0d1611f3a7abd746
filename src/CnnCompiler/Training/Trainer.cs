using System;
using System.Threading;
using CnnCompiler.Checkpoints;

namespace CnnCompiler;

/// <summary>Trains a network on a dataset and measures it. Same seeds, data and options give the same bits at any thread count.</summary>
/// <param name="network">The network.</param>
/// <param name="optimizer">Its optimizer.</param>
/// <exception cref="ArgumentNullException">An argument is null.</exception>
public sealed class Trainer(Network network, Optimizer optimizer)
{
    private int _batchSize = 64;

    /// <summary>The network that is trained.</summary>
    public Network Network { get; } = network ?? throw new ArgumentNullException(nameof(network));

    /// <summary>The optimizer. Its learning rate when <see cref="Fit"/> begins is the schedule's base, and is set back when it ends.</summary>
    public Optimizer Optimizer { get; } = optimizer ?? throw new ArgumentNullException(nameof(optimizer));

    /// <summary>Samples per batch, at least 1. Default 64. The last batch of an epoch may be shorter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int BatchSize
    {
        get => _batchSize;
        set => _batchSize = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(BatchSize), $"BatchSize has to be at least 1, found {value}.");
    }

    /// <summary>How the learning rate changes; null, the default, leaves it as it is.</summary>
    public LearningRateSchedule? Schedule { get; set; }

    /// <summary>Seed of the order of samples. Default 0.</summary>
    public int Seed { get; set; }

    /// <summary>
    /// Where a checkpoint is kept: with a validation set the best epoch by accuracy (or by mean squared error, where one that is no number is
    /// the worst), without one the last good epoch. The file is replaced in one step, so that it is complete at any time. Null, the default,
    /// keeps none.
    /// </summary>
    /// <remarks>
    /// Best of one call of <see cref="Fit"/>: the first epoch of the next call replaces the file, were it better or not. Give each call a path of its own to
    /// keep both. A file that is there already is untouched until the first epoch is done.
    /// </remarks>
    public string? CheckpointPath { get; set; }

    /// <summary>
    /// Trains for some epochs. The next batch is shuffled together on a background thread while the network computes: the dataset is read from
    /// that thread. Optimizer state goes on from an earlier call, the schedule and the order of samples begin again. Whatever is thrown, the
    /// network can be used afterwards.
    /// </summary>
    /// <param name="train">The samples to train with.</param>
    /// <param name="epochs">How often each sample is used, at least 1.</param>
    /// <param name="validation">Samples to measure after each epoch; null for none.</param>
    /// <param name="progress">Told after each batch, on the calling thread (<see cref="Progress{T}"/> itself passes on to others).</param>
    /// <param name="cancellationToken">
    /// Stops between two batches with an <see cref="OperationCanceledException"/>. The network keeps what it has learned so far, and the
    /// checkpoint stays that of a completed epoch.
    /// </param>
    /// <returns>What each epoch came to.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="train"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> is below 1.</exception>
    /// <exception cref="ArgumentException">Samples or labels do not fit the network, or a batch does not fit an array; nothing was trained.</exception>
    /// <exception cref="CheckpointException">
    /// <see cref="CheckpointPath"/> cannot be written. Found out before the first batch where the file is read-only or its directory is missing or read-only; nothing was trained then.
    /// Later, when the disk is full: the file is that of an earlier epoch, and the network keeps what it has learned, so that it can be saved elsewhere.
    /// </exception>
    /// <exception cref="InvalidOperationException">The network's loss takes values and the dataset has labels, or the reverse, or the network is inside a call of another thread.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    /// <exception cref="TrainingDivergedException">The loss or a parameter is not finite any more; the last good state is back.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public TrainingHistory Fit(
        Dataset train,
        int epochs,
        Dataset? validation = null,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (epochs < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(epochs), $"A training needs at least 1 epoch, found {epochs}.");
        }

        DatasetContract.Require(Network, train, BatchSize, nameof(train));
        if (validation is not null)
        {
            DatasetContract.Require(Network, validation, BatchSize, nameof(validation));
        }

        if (CheckpointPath is not null)
        {
            CheckpointFile.RequireWritable(CheckpointPath);
        }

        float baseRate = Optimizer.LearningRate;
        using var run = new TrainingRun(this, train, epochs, validation, progress, cancellationToken);
        try
        {
            return run.Execute();
        }
        finally
        {
            Optimizer.LearningRate = baseRate;
        }
    }

    /// <summary>
    /// Predicts a dataset, <see cref="BatchSize"/> samples at a time: accuracy and confusion matrix where it has labels (the class with the largest output, the first of
    /// equal ones), otherwise the mean squared error over all outputs. Changes nothing in the network.
    /// </summary>
    /// <param name="data">The samples, at least 1.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>What was measured.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="ArgumentException">Samples or labels do not fit the network, or a batch does not fit an array.</exception>
    /// <exception cref="InvalidOperationException">The network is inside a call of another thread.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Evaluation Evaluate(Dataset data, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        DatasetContract.Require(Network, data, BatchSize, nameof(data));
        return Evaluator.Evaluate(Network, data, BatchSize, cancellationToken);
    }
}
