using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Infrastructure;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CnnCompiler.Generator.Emission.Isa;

/// <summary>The MSBuild property <c>CnnCompilerIsas</c> (for example <c>Portable;Avx2</c>), which narrows the instruction sets that are emitted. The package's targets pass it on with commas.</summary>
internal static class IsaChoice
{
    private const string Property = "build_property._CnnCompilerIsas";

    /// <summary>The names in the property; empty for all.</summary>
    public static EquatableArray<string> Read(AnalyzerConfigOptions options)
    {
        options.TryGetValue(Property, out string? value);
        return new EquatableArray<string>((value ?? "").Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The names that no instruction set has.</summary>
    public static IEnumerable<string> Unknown(EquatableArray<string> names) => names.Where(name => !VectorIsa.All.Any(isa => IsNamed(isa, name)));

    /// <summary>The instruction sets of that name; all where none is named.</summary>
    public static IReadOnlyList<VectorIsa> Isas(EquatableArray<string> names)
    {
        List<VectorIsa> chosen = VectorIsa.All.Where(isa => names.Any(name => IsNamed(isa, name))).ToList();
        return chosen.Count == 0 ? VectorIsa.All : chosen;
    }

    private static bool IsNamed(VectorIsa isa, string name) => string.Equals(name, isa.Name, StringComparison.OrdinalIgnoreCase);
}
