using System;
using System.Globalization;
using CnnCompiler;
using Spectre.Console;

namespace Samples;

/// <summary>Shows how a training gets on: a bar on a terminal, a line per epoch elsewhere.</summary>
internal sealed class ProgressReport : IProgress<TrainingProgress>
{
    private readonly ProgressTask? _bar;
    private int _ended;

    private ProgressReport(ProgressTask? bar) => _bar = bar;

    /// <summary>Runs a training that reports here.</summary>
    /// <param name="epochs">Epochs of the training.</param>
    /// <param name="train">The training.</param>
    public static TrainingHistory Show(int epochs, Func<IProgress<TrainingProgress>, TrainingHistory> train)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return train(new ProgressReport(null));
        }

        return AnsiConsole.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context => train(new ProgressReport(context.AddTask("epoch 1", maxValue: Math.Max(1, epochs)))));
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        if (_bar is not null)
        {
            _bar.Value = value.Epoch - 1 + ((double)value.Batch / value.Batches);
            _bar.Description = Text(value);
        }
        else if (value.Batch == value.Batches)
        {
            // An epoch's end is reported twice: when the batches are done, and with the accuracy of its validation.
            if (value.Epoch == _ended)
            {
                Console.WriteLine(Text(value));
            }

            _ended = value.Epoch;
        }
    }

    private static string Text(in TrainingProgress value) => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {value.Epoch}/{value.Epochs}  loss {value.Loss:F4}  accuracy {100 * value.ValidationAccuracy:F2} %  {value.SamplesPerSecond:N0} samples/s  {value.Remaining.TotalSeconds:F0} s left");
}
