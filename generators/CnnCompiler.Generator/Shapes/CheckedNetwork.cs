using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Shapes;

/// <summary>A network that is ready to be planned and emitted, or why it is not.</summary>
/// <param name="Declaration">The class, or null where no part can be added to it.</param>
/// <param name="Spec">The network as parsed, or null where it is wrong or not complete.</param>
/// <param name="Graph">Its graph with shapes, or null where it is wrong or not complete.</param>
/// <param name="Error">Where there is no graph: why.</param>
internal sealed record CheckedNetwork(NetworkDeclaration? Declaration, NetworkSpec? Spec, TypedGraph? Graph, string? Error)
{
    /// <summary>Expands and checks a network; used by the generator, for the graph, and by the analyzer, for the diagnostics.</summary>
    /// <param name="parsed">The network.</param>
    /// <param name="diagnostics">Gets what parsing and checking found.</param>
    /// <param name="cancellationToken">Stops checking.</param>
    public static CheckedNetwork Check(ParsedNetwork parsed, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        diagnostics.AddRange(parsed.Diagnostics);
        TypedGraph? graph = null;
        if (parsed.Spec is not null)
        {
            graph = GraphBuilder.Expand(parsed.Spec, diagnostics, cancellationToken);
        }

        if (graph is null)
        {
            string error = diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError)?.Text
                ?? "The attributes of the class are not valid C#; the compiler's errors say why.";
            return new CheckedNetwork(parsed.Declaration, null, null, error);
        }

        var found = new List<DiagnosticInfo>();
        SequenceRules.Check(graph, found);
        diagnostics.AddRange(DiagnosticInfo.OncePerPlace(found));
        return new CheckedNetwork(parsed.Declaration, parsed.Spec, graph, null);
    }
}
