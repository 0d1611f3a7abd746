using System.CommandLine;
using CnnCompiler;
using Samples;

const string Checkpoint = "lenet5.safetensors";
var data = new Option<string?>("--data") { Description = "Directory of the four MNIST files. Without it: drawn digits, which need no files." };
var epochs = new Option<int>("--epochs") { Description = "Passes over the training set.", DefaultValueFactory = _ => 10 };
var threads = new Option<int>("--threads") { Description = "Threads to compute with.", DefaultValueFactory = _ => Environment.ProcessorCount };
var seed = new Option<int>("--seed") { Description = "Seed of the first weights and of the order of samples." };
var command = new RootCommand("Trains LeNet-5, compiled at build time, to read digits.") { data, epochs, threads, seed };
command.SetAction((parsed, cancellation) => Task.Run(() =>
    Train(parsed.GetValue(data), parsed.GetValue(epochs), parsed.GetValue(threads), parsed.GetValue(seed), cancellation)));
return await command.Parse(args).InvokeAsync();

static int Train(string? directory, int epochs, int threads, int seed, CancellationToken cancellation)
{
    try
    {
        Dataset train = directory is null ? Digits.Train() : Mnist.Train(directory);
        Dataset test = directory is null ? Digits.Test() : Mnist.Test(directory);
        using var net = new LeNet5(new NetworkOptions { Threads = threads, Seed = seed, MaxBatch = 64 });
        Console.WriteLine(LeNet5.Summary);
        Console.WriteLine($"{train.Count} training and {test.Count} test samples; {net.Isa} kernels, {threads} threads");

        // Whatever ends the training early, the best epoch so far is on the disk.
        var trainer = new Trainer(net, new Sgd(0.04f) { Momentum = 0.9f, WeightDecay = 5e-4f })
        { Schedule = new CosineSchedule { WarmupEpochs = 0.5f }, Seed = seed, CheckpointPath = Checkpoint };
        TrainingHistory history = ProgressReport.Show(epochs, progress => trainer.Fit(train, epochs, test, progress, cancellation));
        Evaluation result = trainer.Evaluate(test, cancellation);
        Console.WriteLine(result.Confusion);
        Console.WriteLine($"{history.TrainingSeconds:F1} s of training; the network goes to {Checkpoint}");
        Console.WriteLine($"test accuracy: {100 * result.Accuracy:F2} %");
        net.Save(Checkpoint);
        return 0;
    }
    catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or TrainingDivergedException or OperationCanceledException)
    {
        Console.Error.WriteLine(e is OperationCanceledException ? $"Stopped. If an epoch was done, {Checkpoint} holds the best one." : e.Message.Split('\n')[0]);
        return 1;
    }
}
