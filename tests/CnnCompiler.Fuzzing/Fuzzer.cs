using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CnnCompiler.Fuzzing;

/// <summary>Random architectures through the compiler: one that PyTorch's shape rules accept has no error, any other has one, and damaged text crashes nothing.</summary>
internal sealed class Fuzzer(ulong seed)
{
    private const int NetworksOfACompilation = 20;

    private readonly List<Architecture> _accepted = [];

    public int Accepted => _accepted.Count;

    public int Rejected { get; private set; }

    public int Mutated { get; private set; }

    /// <summary>Checks so many cases; FsCheck shrinks one that fails.</summary>
    public void Run(int cases)
    {
        Arbitrary<int[]> arbitrary = Gen.Choose(0, 9999).ArrayOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithStartSize(4).WithEndSize(60).WithReplay(seed, 1UL), Prop.ForAll(arbitrary, (Action<int[]>)CheckCase));
    }

    /// <summary>Compiles and runs some of the accepted architectures, evenly from all of them, and checks their gradients.</summary>
    public int Execute(int count)
    {
        Architecture[] chosen = [.. Enumerable.Range(0, Math.Min(count, _accepted.Count)).Select(i => _accepted[(int)((long)i * _accepted.Count / Math.Min(count, _accepted.Count))])];
        for (int first = 0; first < chosen.Length; first += NetworksOfACompilation)
        {
            Architecture[] some = [.. chosen.Skip(first).Take(NetworksOfACompilation)];
            string source = "using CnnCompiler;\n" + string.Concat(some.Select((one, i) => one.Class("Net" + i)));
            using CompiledAssembly assembly = GeneratorHarness.Compile(source);
            for (int i = 0; i < some.Length; i++)
            {
                try
                {
                    GradientProbe.Check(assembly["Net" + i], (int)seed + first + i);
                }
                catch (MismatchException mismatch)
                {
                    throw new MismatchException(mismatch.Message + "\n" + some[i].Class("Net" + i));
                }
            }
        }

        return chosen.Length;
    }

    private void CheckCase(int[] values)
    {
        var choices = new Choices(values);
        bool mutates = choices.Below(4) == 3, generates = choices.Below(20) == 19;
        var mutation = new Choices([.. values.Reverse()]);
        Architecture architecture = Architecture.Read(choices);
        string source = "using CnnCompiler;\n" + architecture.Class("Net");
        if (mutates)
        {
            Mutated++;
            string damaged = TextMutation.Apply(source, mutation);
            CompilerProbe.FirstError(damaged);
            CompilerProbe.Generate(damaged);
            return;
        }

        string? error = CompilerProbe.FirstError(source);
        if (architecture.IsAccepted != (error is null))
        {
            throw new MismatchException((architecture.IsAccepted ? "PyTorch accepts, but: " + error : "PyTorch rejects, but there is no error.") + "\n" + source);
        }

        if (generates)
        {
            CompilerProbe.Generate(source);
        }

        if (architecture.IsAccepted)
        {
            _accepted.Add(architecture);
        }
        else
        {
            Rejected++;
        }
    }
}
