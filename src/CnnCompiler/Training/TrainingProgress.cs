using System;

namespace CnnCompiler;

/// <summary>Where a training stands; reported after each batch, and once more after an epoch's validation.</summary>
/// <param name="Epoch">The current epoch, from 1.</param>
/// <param name="Epochs">Epochs of the whole training.</param>
/// <param name="Batch">Batches of this epoch that are done, from 1.</param>
/// <param name="Batches">Batches of an epoch.</param>
/// <param name="Loss">Mean loss of this epoch's samples so far.</param>
/// <param name="ValidationAccuracy">The last measured validation accuracy, 0 to 1; null before the first.</param>
/// <param name="SamplesPerSecond">Samples trained per second in this epoch.</param>
/// <param name="Elapsed">Time since the training began.</param>
/// <param name="Remaining">Estimated time until it ends.</param>
public readonly record struct TrainingProgress(
    int Epoch,
    int Epochs,
    int Batch,
    int Batches,
    double Loss,
    double? ValidationAccuracy,
    double SamplesPerSecond,
    TimeSpan Elapsed,
    TimeSpan Remaining);
