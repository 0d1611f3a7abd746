using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler;

/// <summary>What the epochs of one training came to.</summary>
public sealed class TrainingHistory
{
    private readonly List<EpochResult> _epochs = [];

    /// <summary>The epochs in order.</summary>
    public IReadOnlyList<EpochResult> Epochs => _epochs;

    /// <summary>Seconds of training of all epochs, without validation and checkpoints.</summary>
    public double TrainingSeconds => _epochs.Sum(epoch => epoch.Seconds);

    /// <summary>The highest validation accuracy of all epochs, 0 to 1; null where none was measured.</summary>
    public double? BestValidationAccuracy => _epochs.Max(epoch => epoch.ValidationAccuracy);

    internal void Add(EpochResult epoch) => _epochs.Add(epoch);
}
