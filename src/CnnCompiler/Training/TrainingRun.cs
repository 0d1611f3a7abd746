using System;
using System.Diagnostics;
using System.Threading;

namespace CnnCompiler;

/// <summary>One call of <see cref="Trainer.Fit"/>.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly Trainer _trainer;
    private readonly Network _network;
    private readonly Optimizer _optimizer;
    private readonly Dataset _train;
    private readonly Dataset? _validation;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly LearningRateSchedule _schedule;
    private readonly float _baseRate;
    private readonly int _epochs;
    private readonly ParameterSnapshot _lastGood;
    private readonly BatchLoader _loader;
    private readonly int _batches;
    private readonly TrainingHistory _history = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private double? _accuracy;
    private double? _bestScore;

    public TrainingRun(
        Trainer trainer, Dataset train, int epochs, Dataset? validation, IProgress<TrainingProgress>? progress, CancellationToken cancellationToken)
    {
        _trainer = trainer;
        _network = trainer.Network;
        _optimizer = trainer.Optimizer;
        _train = train;
        _validation = validation;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _schedule = trainer.Schedule ?? new ConstantSchedule();
        _baseRate = _optimizer.LearningRate;
        _epochs = epochs;
        _lastGood = new ParameterSnapshot(_network);
        _loader = new BatchLoader(train, trainer.BatchSize, epochs, trainer.Seed);
        _batches = _loader.BatchesPerEpoch;
    }

    /// <summary>Trains all epochs.</summary>
    public TrainingHistory Execute()
    {
        for (int epoch = 0; epoch < _epochs; epoch++)
        {
            long start = Stopwatch.GetTimestamp();
            double loss = TrainEpoch(epoch, start);
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Evaluation? evaluation = _validation is null
                ? null
                : Evaluator.Evaluate(_network, _validation, _trainer.BatchSize, _cancellationToken);
            _accuracy = evaluation?.Accuracy;
            KeepCheckpoint(evaluation);
            _history.Add(new EpochResult(
                epoch + 1, loss, evaluation?.Accuracy, evaluation?.MeanSquaredError, _optimizer.LearningRate, seconds));
            if (evaluation is not null)
            {
                Report(epoch, _batches, loss, _train.Count / seconds);
            }
        }

        return _history;
    }

    /// <summary>Ends the loader's thread.</summary>
    public void Dispose() => _loader.Dispose();

    private double TrainEpoch(int epoch, long start)
    {
        double lossSum = 0;
        long samples = 0;
        float loss = 0;
        for (int number = 0; number < _batches; number++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _optimizer.LearningRate = _schedule.At(_baseRate, ((long)epoch * _batches) + number, _batches, _epochs);
            Batch batch = _loader.Next();
            loss = _train.LabelSize > 0 ? _network.Gradient(batch.Inputs, batch.Labels) : _network.Gradient(batch.Inputs, batch.Targets);
            if (!float.IsFinite(loss))
            {
                throw Diverged(epoch, number, loss, "the loss");
            }

            _optimizer.Step(_network);
            lossSum += (double)loss * batch.Count;
            samples += batch.Count;
            Report(epoch, number + 1, lossSum / samples, samples / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return _lastGood.TryTake() ? lossSum / samples : throw Diverged(epoch, _batches - 1, loss, "a parameter");
    }

    private void Report(int epoch, int batchesDone, double loss, double samplesPerSecond)
    {
        if (_progress is null)
        {
            return;
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        long done = ((long)epoch * _batches) + batchesDone;
        double total = (double)_epochs * _batches;
        _progress.Report(new TrainingProgress(
            epoch + 1, _epochs, batchesDone, _batches, loss, _accuracy, samplesPerSecond, elapsed, elapsed * ((total - done) / done)));
    }

    private void KeepCheckpoint(Evaluation? evaluation)
    {
        if (_trainer.CheckpointPath is null)
        {
            return;
        }

        // Higher is better; without validation every epoch is.
        double? score = evaluation?.Accuracy ?? -evaluation?.MeanSquaredError;
        if (score is { } number && double.IsNaN(number))
        {
            // Nothing compares as higher than NaN: the first number has to.
            score = double.NegativeInfinity;
        }

        if (score is null || _bestScore is null || score > _bestScore)
        {
            _network.Save(_trainer.CheckpointPath);
            _bestScore = score;
        }
    }

    private TrainingDivergedException Diverged(int epoch, int batch, float loss, string what)
    {
        float rate = _optimizer.LearningRate;
        _lastGood.Restore();

        // Its averages have met the same numbers.
        _optimizer.Reset();
        string state = epoch == 0 ? "from before the training" : FormattableString.Invariant($"from the end of epoch {epoch}");
        string checkpoint = _trainer.CheckpointPath is { } path && epoch > 0 ? $" The checkpoint {path} is untouched." : "";
        string message = FormattableString.Invariant(
            $"Training of {_network.Name} diverged in epoch {epoch + 1} of {_epochs}, batch {batch + 1} of {_batches}: {what} is not finite (loss {loss}, learning rate {rate}). ");
        return new TrainingDivergedException(
            $"{message}The parameters are again those {state}.{checkpoint} A lower learning rate or a warm-up may help.", epoch + 1, batch + 1, loss);
    }
}
