using System;
using System.Diagnostics;
using System.Globalization;
using CnnCompiler;
using CnnCompiler.Zoo;

// What `BENCH cold` starts. Arguments: a network, and the starter's Stopwatch.GetTimestamp(), a clock that all processes share.
// Prints milliseconds from that moment to the first line here, then of construction, of the first prediction and of the second.
long main = Stopwatch.GetTimestamp();
if (args.Length != 2 || !long.TryParse(args[1], CultureInfo.InvariantCulture, out long start))
{
    Console.Error.WriteLine("usage: CnnCompiler.ColdStart NETWORK TIMESTAMP");
    return 2;
}

var options = new NetworkOptions { Threads = 1, MaxBatch = 1 };
using Network? net = args[0] switch
{
    "lenet5" => new LeNet5(options),
    "resnet20" => new ResNet20(options),
    "alexnet" => new AlexNetTorchvision(options),
    "googlenet" => new GoogLeNetTorchvision(options),
    "resnet50" => new ResNet50(options),
    "vgg16" => new VggD(options),
    _ => null,
};
if (net is null)
{
    Console.Error.WriteLine($"{args[0]} is no network of this program.");
    return 2;
}

float[] input = new float[net.InputSize], output = new float[net.OutputSize];
long constructed = Stopwatch.GetTimestamp();
net.Predict(input, output);
long first = Stopwatch.GetTimestamp();
net.Predict(input, output);
long second = Stopwatch.GetTimestamp();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{Milliseconds(start, main)} {Milliseconds(main, constructed)} {Milliseconds(constructed, first)} {Milliseconds(first, second)}"));
return 0;

static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
