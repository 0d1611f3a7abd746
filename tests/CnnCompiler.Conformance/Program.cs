using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CnnCompiler;
using CnnCompiler.Conformance;
using CnnCompiler.Testing;

var directory = new Argument<DirectoryInfo>("DIR") { Description = "A folder with *.safetensors cases." };
var isa = new Option<string>("--isa") { Description = "The best instruction set, or all, emulated ones too.", DefaultValueFactory = _ => "best" };
isa.AcceptOnlyFromAmong("best", "all");
var command = new RootCommand("Runs conformance cases: compiles each network, compares it with stored numbers.") { directory, isa };
command.SetAction(parsed => Run(parsed.GetValue(directory)!, parsed.GetValue(isa) == "all" ? Isas.All : [Isas.Best]));
return command.Parse(args).Invoke();

static int Run(DirectoryInfo directory, IReadOnlyList<Isa> isas)
{
    if (!directory.Exists)
    {
        Console.Error.WriteLine($"There is no directory {directory.FullName}.");
        return 1;
    }

    string[] files = Directory.GetFiles(directory.FullName, "*.safetensors").Order(StringComparer.Ordinal).ToArray();
    Console.WriteLine($"{files.Length} cases on {string.Join(", ", isas)} ({Isas.Report})");
    var runner = new CaseRunner(isas);

    // Two compilations at a time: each is one thread's work, and keeps its own assembly in memory.
    using var workers = new SemaphoreSlim(2);
    Task<CaseResult>[] results = Array.ConvertAll(files, file => Task.Run(() =>
    {
        workers.Wait();
        try
        {
            return runner.Run(file);
        }
        finally
        {
            workers.Release();
        }
    }));
    int passed = 0;
    foreach (Task<CaseResult> result in results)
    {
        CaseResult done = result.GetAwaiter().GetResult();
        Console.WriteLine(done);
        passed += done.Passed ? 1 : 0;
    }

    int failed = files.Length - passed;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed"));
    return failed == 0 ? 0 : 1;
}
