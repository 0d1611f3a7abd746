using System;

namespace CnnCompiler;

/// <summary>
/// Training met a loss or a parameter that is not a finite number, and stopped. The network has the parameters and running statistics of the
/// end of the last good epoch (or of the beginning), and the last checkpoint is untouched.
/// </summary>
public sealed class TrainingDivergedException : Exception
{
    internal TrainingDivergedException(string message, int epoch, int batch, float loss)
        : base(message)
    {
        Epoch = epoch;
        Batch = batch;
        Loss = loss;
    }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The batch in the epoch, from 1.</summary>
    public int Batch { get; }

    /// <summary>The batch's loss: NaN or infinite, or finite where a parameter is not.</summary>
    public float Loss { get; }
}
