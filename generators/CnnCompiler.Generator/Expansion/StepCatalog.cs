using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Expansion.Steps;

namespace CnnCompiler.Generator.Expansion;

/// <summary>The only list of attributes that build the graph.</summary>
internal static class StepCatalog
{
    private const int MostBranches = 8;

    private static readonly Dictionary<string, StepKind> _byAttribute;

    static StepCatalog()
    {
        All =
        [
            new("Use", 1, UseStep.Parse),
            new("Residual", 1, ResidualStep.Parse),
            new("Residual", 2, ResidualStep.Parse),
            new("Highway", 2, HighwayStep.Parse),
            .. Enumerable.Range(1, MostBranches).Select(count => new StepKind("Concat", count, ConcatStep.Parse)),
            .. Enumerable.Range(1, MostBranches).Select(count => new StepKind("Sum", count, SumStep.Parse)),
            new("Multiply", 2, MultiplyStep.Parse),
            new("Save", 0, SaveStep.Parse),
            new("Add", 0, AddStep.Parse),
            new("ConcatWith", 0, ConcatWithStep.Parse),
            new("Skip", 1, SkipStep.Parse),
            new("TakeSkip", 0, TakeSkipStep.Parse),
            new("Auxiliary", 1, AuxiliaryStep.Parse),
        ];
        _byAttribute = All.ToDictionary(kind => kind.AttributeName, StringComparer.Ordinal);
    }

    /// <summary>Every kind, in the order of the documentation.</summary>
    public static IReadOnlyList<StepKind> All { get; }

    /// <summary>The kind that an attribute class stands for, or null.</summary>
    public static StepKind? Find(string attributeName) => _byAttribute.TryGetValue(attributeName, out StepKind? kind) ? kind : null;
}
