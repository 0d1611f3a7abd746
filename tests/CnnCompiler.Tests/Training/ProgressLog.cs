using System;
using System.Collections.Generic;

namespace CnnCompiler.Tests;

/// <summary>Keeps what is reported, on the thread that reports.</summary>
internal sealed class ProgressLog(Action<TrainingProgress>? then = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Reports { get; } = [];

    public void Report(TrainingProgress value)
    {
        Reports.Add(value);
        then?.Invoke(value);
    }
}
