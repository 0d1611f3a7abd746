using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Expansion;

/// <summary>What an attribute came to at one of the places where it is used.</summary>
/// <param name="Header">The attribute.</param>
/// <param name="Output">The shape behind it.</param>
/// <param name="Parameters">Parameters of all layers that it stands for.</param>
/// <param name="Field">Input positions that one output sees along the longer side of its receptive field.</param>
internal sealed record TracedStep(LayerHeader Header, Shape Output, long Parameters, long Field);

/// <summary>Follows an expansion for those who show shapes while a network is written.</summary>
internal sealed class StepTrace
{
    private readonly List<TracedStep> _steps = [];
    private readonly List<ReceptiveField> _fields = [];

    public IReadOnlyList<TracedStep> Steps => _steps;

    /// <summary>Notes an attribute whose nodes are the last ones.</summary>
    /// <param name="graph">The nodes.</param>
    /// <param name="header">The attribute.</param>
    /// <param name="first">Its first node.</param>
    /// <param name="end">The node that the path goes on from.</param>
    public void Add(GraphBuilder graph, LayerHeader header, int first, int end)
    {
        for (int node = _fields.Count; node < graph.Nodes; node++)
        {
            _fields.Add(ReceptiveField.Widest(graph.NodeAt(node).Inputs.Select(FieldOf)).Through(graph.NodeAt(node).Layer, graph.InputOf(node)));
        }

        long parameters = Enumerable.Range(first, graph.Nodes - first).Sum(node => graph.NodeAt(node).Layer
            .Parameters(graph.InputOf(node), graph.ShapeOf(node)).Where(parameter => !parameter.IsBuffer).Sum(parameter => parameter.Count - parameter.Unconnected));
        _steps.Add(new TracedStep(header, graph.ShapeOf(end), parameters, FieldOf(end).Longest));
    }

    private ReceptiveField FieldOf(int node) => node < 0 ? ReceptiveField.Input : _fields[node];
}
