using CnnCompiler;
using Spectre.Console;

namespace Samples;

/// <summary>Shows how a training gets on: a bar on a terminal, a line per epoch elsewhere.</summary>
internal sealed class ProgressReport(ProgressTask? bar) : IProgress<TrainingProgress>
{
    private (int Epoch, int Batch) _last;

    /// <summary>Runs a training that reports here.</summary>
    public static TrainingHistory Show(int epochs, Func<IProgress<TrainingProgress>, TrainingHistory> train) =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? train(new ProgressReport(null))
            : AnsiConsole.Progress()
                .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
                .Start(context => train(new ProgressReport(context.AddTask("epoch 1", maxValue: Math.Max(1, epochs)))));

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        string accuracy = value.ValidationAccuracy is { } share ? $"accuracy {100 * share:F2} %  " : "";
        string text = $"epoch {value.Epoch}/{value.Epochs}  loss {value.Loss:F4}  {accuracy}{value.SamplesPerSecond:N0} samples/s  {value.Remaining.TotalSeconds:F0} s left";
        bar?.Value(value.Epoch - 1 + ((double)value.Batch / value.Batches)).Description(text);

        // An epoch's end is reported twice: when the batches are done, and with the accuracy of its validation.
        if (bar is null && _last == (value.Epoch, value.Batches))
            Console.WriteLine(text);
        _last = (value.Epoch, value.Batch);
    }
}
