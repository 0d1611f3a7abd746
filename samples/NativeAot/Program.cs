using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using CnnCompiler;
using Samples;

// Arguments: the checkpoint that samples/Mnist writes, and optionally --isa portable|avx2|avx512.
// Lines of logits have all digits of the floats, so that two builds of this program can be compared.
const int Samples = 10;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? path = args.FirstOrDefault();
Isa? isa = null;
if (path is null || args.Length is not (1 or 3) || (args.Length == 3 && (args[1] != "--isa" || !TryParse(args[2], out isa))))
{
    Console.Error.WriteLine("usage: Samples.NativeAot lenet5.safetensors [--isa portable|avx2|avx512]");
    return 2;
}

try
{
    using var net = new LeNet5(new NetworkOptions { Threads = 1, Isa = isa });
    net.Load(path);
    float[] logits = new float[net.OutputSize];
    net.Predict(new float[net.InputSize], logits);
    TimeSpan start = DateTime.Now - Process.GetCurrentProcess().StartTime;

    Console.WriteLine($"isa: {net.Isa.ToString().ToLowerInvariant()}");
    Console.WriteLine($"compiled: {(RuntimeFeature.IsDynamicCodeCompiled ? "just in time" : "ahead of time")}");
    Console.WriteLine($"size: {new FileInfo(Environment.ProcessPath!).Length} bytes");
    Console.WriteLine($"first prediction: {start.TotalMilliseconds:F0} ms after the process started");

    Dataset digits = Digits.Test(Samples);
    float[] image = new float[net.InputSize];
    for (int sample = 0; sample < Samples; sample++)
    {
        digits.CopySample(sample, image);
        net.Predict(image, logits);
        Console.WriteLine($"logits {sample}: {string.Join(' ', logits.Select(logit => logit.ToString("R")))}");
    }

    return 0;
}
catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static bool TryParse(string text, out Isa? isa)
{
    bool known = Enum.TryParse(text, ignoreCase: true, out Isa value) && Enum.IsDefined(value);
    isa = known ? value : null;
    return known;
}
