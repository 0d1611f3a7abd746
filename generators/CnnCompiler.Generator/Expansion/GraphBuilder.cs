using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Expansion;

/// <summary>
/// Expands the paths of a network to one graph. A path is walked with the prefix of its names and the node that it starts from, and gives the node that
/// it ends at, so that blocks and branches are further walks with a longer prefix. Shapes are inferred on the way: whether a residual block needs its
/// projection depends on them.
/// </summary>
internal sealed class GraphBuilder
{
    private const int MostNodes = 10_000;

    // Blocks without layers add no node, and could be repeated for ever.
    private const int MostSteps = 1_000_000;

    private readonly List<Node> _nodes = [];
    private readonly List<Shape> _shapes = [];
    private readonly NetworkSpec _spec;
    private readonly List<DiagnosticInfo> _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private int _steps;

    private GraphBuilder(NetworkSpec spec, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken) =>
        (_spec, _diagnostics, _cancellationToken) = (spec, diagnostics, cancellationToken);

    /// <summary>Running sums of the whole network.</summary>
    public Dictionary<string, SavedTensor> Sums { get; } = new(StringComparer.Ordinal);

    /// <summary>Nodes whose value a path did not go on from, with the attribute that went on from another one.</summary>
    public List<(int Node, LayerHeader By)> Dropped { get; } = [];

    /// <summary>Classifiers on the side.</summary>
    public List<Head> Heads { get; } = [];

    /// <summary>What each attribute came to, where somebody asks.</summary>
    public StepTrace? Trace { get; private init; }

    /// <summary>How many nodes there are.</summary>
    public int Nodes => _nodes.Count;

    /// <summary>The graph of a network, or null after reporting an error.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <param name="cancellationToken">Stops expanding.</param>
    /// <param name="trace">Gets what each attribute came to, also before a mistake.</param>
    public static TypedGraph? Expand(NetworkSpec spec, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken, StepTrace? trace = null)
    {
        if (PathReader.Read(spec.Paths, [], cancellationToken) is not { } tree)
        {
            return null;
        }

        var found = new List<DiagnosticInfo>();
        TypedGraph? graph = new GraphBuilder(spec, found, cancellationToken) { Trace = trace }.Expand(tree);

        // Behind a mistake nothing is read.
        diagnostics.AddRange(DiagnosticInfo.OncePerPlace(found.Where(diagnostic => graph is not null || diagnostic.Descriptor != DiagnosticDescriptors.DeadTensor)));
        return graph;
    }

    /// <summary>The shape of a node's output, or of the network's input for -1.</summary>
    public Shape ShapeOf(int node) => node < 0 ? _spec.Input : _shapes[node];

    public Node NodeAt(int node) => _nodes[node];

    /// <summary>The shape of a node's first input.</summary>
    public Shape InputOf(int node) => ShapeOf(_nodes[node].Inputs[0]);

    public void Report(DiagnosticInfo diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Counts an attribute that is expanded; false after reporting that there are too many.</summary>
    public bool Count(LayerHeader header)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_steps++ < MostSteps)
        {
            return true;
        }

        Report(header.Report(DiagnosticDescriptors.TooManyLayers, null, header.Text, MostSteps));
        return false;
    }

    /// <summary>Adds a node; null after reporting that its inputs do not suit it.</summary>
    public int? Append(Layer layer, string name, params int[] inputs)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (_nodes.Count == MostNodes)
        {
            Report(layer.Header.Report(DiagnosticDescriptors.TooManyLayers, null, layer.Header.Text, MostNodes));
            return null;
        }

        Shape[] shapes = [.. inputs.Select(ShapeOf)];
        string[] sources = [.. inputs.Select(input => input < 0 ? ShapeInference.InputSource : ShapeInference.Describe(_nodes[input].Layer))];
        if (ShapeInference.Infer(layer, shapes, sources, _diagnostics) is not { } shape)
        {
            return null;
        }

        _nodes.Add(new Node(layer, new EquatableArray<int>(inputs), name));
        _shapes.Add(shape);
        return _nodes.Count - 1;
    }

    private TypedGraph? Expand(PathTree tree)
    {
        if (new PathWalk(this, "").Run(tree, -1) is not { } output)
        {
            return null;
        }

        if (output < 0)
        {
            Report(new DiagnosticInfo(DiagnosticDescriptors.NoLayers, DiagnosticInfo.OnNetwork, null, [_spec.Name, _spec.Input]));
            return null;
        }

        foreach (SavedTensor sum in Sums.Values.Where(sum => !sum.IsRead))
        {
            Report(sum.Header.Report(DiagnosticDescriptors.DeadTensor, null, sum.Header.Text, Sums.First(pair => pair.Value == sum).Key, "TakeSkip"));
        }

        ReportDeadEnds(output);
        var graph = new TypedGraph(
            new Graph(_spec.Input, new EquatableArray<Node>(_nodes), _spec.Loss, output, new EquatableArray<Head>(Heads), _spec.FullUnroll, _spec.BFloat16Weights),
            new EquatableArray<Shape>(_shapes));
        return HeadsFit(graph) && TensorNames.AreUnique(graph, _diagnostics) ? graph : null;
    }

    private void ReportDeadEnds(int output)
    {
        var read = new HashSet<int>(_nodes.SelectMany(node => node.Inputs).Concat(Heads.Select(head => head.Node)).Append(output));
        foreach ((int node, LayerHeader by) in Dropped.Where(dropped => dropped.Node >= 0 && !read.Contains(dropped.Node)))
        {
            LayerHeader header = _nodes[node].Layer.Header;
            Report(header.Report(DiagnosticDescriptors.DeadEnd, null, header.Text, _shapes[node], by.Text));
        }
    }

    // A head is compared with the network's own labels or targets.
    private bool HeadsFit(TypedGraph graph)
    {
        foreach (Head head in Heads)
        {
            Shape shape = graph.ShapeOf(head.Node);
            if ((shape.Channels, shape.Height, shape.Width) != (graph.Output.Channels, graph.Output.Height, graph.Output.Width))
            {
                Report(head.Header.Report(DiagnosticDescriptors.HeadShape, null, head.Header.Text, shape, graph.Output));
                return false;
            }
        }

        return true;
    }
}
