namespace CnnCompiler;

/// <summary>What one epoch of training came to.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="TrainingLoss">Mean loss over the epoch's samples, each at the moment it was trained with.</param>
/// <param name="ValidationAccuracy">Accuracy on the validation set after the epoch, 0 to 1; null without one, or where it has target values.</param>
/// <param name="ValidationLoss">Mean squared error on the validation set after the epoch; null without one, or where it has labels.</param>
/// <param name="LearningRate">Learning rate of the last batch.</param>
/// <param name="Seconds">Duration of the training alone, without validation and checkpoint.</param>
public sealed record EpochResult(
    int Epoch, double TrainingLoss, double? ValidationAccuracy, double? ValidationLoss, float LearningRate, double Seconds);
