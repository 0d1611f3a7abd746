using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Infrastructure;

/// <summary>The networks of one list, compiled together; alone where that fails, so that one mistake fails one network.</summary>
public sealed class CompiledSuite
{
    private readonly IReadOnlyDictionary<string, LayerCase> _cases;
    private readonly Lazy<CompiledAssembly?> _together;
    private readonly ConcurrentDictionary<string, Lazy<CompiledAssembly>> _alone = [];

    /// <summary>Takes the list; compiles on first use.</summary>
    /// <param name="cases">Networks of different names.</param>
    public CompiledSuite(IEnumerable<LayerCase> cases)
    {
        _cases = cases.ToDictionary(c => c.Network.Name);
        _together = new(CompileTogether);
    }

    /// <summary>The cases in order.</summary>
    public IEnumerable<LayerCase> Cases => _cases.Values;

    /// <summary>A case by its network's name.</summary>
    /// <param name="name">The class name.</param>
    public LayerCase this[string name] => _cases[name];

    /// <summary>Everything in one assembly.</summary>
    /// <exception cref="HarnessException">A network does not compile.</exception>
    public CompiledAssembly Assembly => _together.Value ?? GeneratorHarness.Compile(ReferenceNetwork.File(_cases.Values.Select(c => c.Network)));

    /// <summary>A compiled network.</summary>
    /// <param name="name">The class name.</param>
    /// <exception cref="HarnessException">It does not compile.</exception>
    public CompiledNetwork Compiled(string name)
    {
        CompiledAssembly assembly = _together.Value
            ?? _alone.GetOrAdd(name, n => new(() => GeneratorHarness.Compile(ReferenceNetwork.File([_cases[n].Network])))).Value;
        return assembly[name];
    }

    private CompiledAssembly? CompileTogether()
    {
        GeneratorRun run = GeneratorHarness.Run(ReferenceNetwork.File(_cases.Values.Select(c => c.Network)));
        return run.Errors.Count == 0 ? GeneratorHarness.Load(run) : null;
    }
}
