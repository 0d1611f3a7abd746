using System;
using CnnCompiler.Generator.Expansion.Steps;

namespace CnnCompiler.Generator.Expansion;

/// <summary>An attribute that builds the graph.</summary>
/// <param name="Name">Its name without suffix: <c>Residual</c>.</param>
/// <param name="Paths">How many paths it names as type arguments.</param>
/// <param name="Parse">Reads it; null after reporting a mistake.</param>
internal sealed record StepKind(string Name, int Paths, Func<StepSource, PathStep?> Parse)
{
    /// <summary>The attribute's full name in metadata.</summary>
    public string AttributeName => "CnnCompiler." + Name + "Attribute" + (Paths == 0 ? "" : "`" + Paths);
}
