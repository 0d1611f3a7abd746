using System;
using System.Globalization;

namespace CnnCompiler.Fuzzing;

/// <summary>Arguments: cases, executed networks, seed; 20000, 300 and 1 where left out.</summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        int Argument(int position, int fallback) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : fallback;
        int cases = Argument(0, 20_000), executed = Argument(1, 300), seed = Argument(2, 1);
        var fuzzer = new Fuzzer((ulong)seed);
        fuzzer.Run(cases);
        Console.WriteLine($"{cases} cases: {fuzzer.Accepted} accepted, {fuzzer.Rejected} rejected, {fuzzer.Mutated} damaged; no crash, no hang, as PyTorch's rules say.");
        Console.WriteLine($"{fuzzer.Execute(executed)} executed, gradients agree with differences of the loss.");
    }
}
