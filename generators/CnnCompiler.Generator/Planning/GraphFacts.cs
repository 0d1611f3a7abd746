using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>What both passes must agree on, because parameters have one layout: which nodes need no kernel in either, and who reads the caller's memory.</summary>
internal sealed class GraphFacts
{
    private readonly List<int>[] _readers;

    public GraphFacts(TypedGraph graph)
    {
        Graph = graph;
        int count = graph.Graph.Nodes.Count;
        _readers = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (int node = 0; node < count; node++)
        {
            foreach (int input in graph.Graph.Nodes[node].Inputs.Where(input => input >= 0))
            {
                _readers[input].Add(node);
            }
        }

        List<int> first = Enumerable.Range(0, count).Where(node => Source(node) < 0 && !IsElided(node)).ToList();
        PlanarInput = first.All(node => LayerOf(node).ReadsPlanar(SourceShape(node)) && (first.Count == 1 || LayerOf(node).InputHalo(SourceShape(node)).IsEmpty));
    }

    public TypedGraph Graph { get; }

    /// <summary>Whether all readers of the network's input take a plane a channel.</summary>
    public bool PlanarInput { get; }

    public Layer LayerOf(int node) => Graph.Graph.Nodes[node].Layer;

    public IReadOnlyList<int> Readers(int node) => _readers[node];

    /// <summary>Whether the node only renames what its readers find in memory anyway.</summary>
    public bool IsElided(int node) =>
        LayerOf(node).IsIdentityBefore(Graph.InputOf(node)) is { } reads && (IsRename(node) || AllReadersAccept(node, reads));

    // Features to features: nothing to do, whoever reads it.
    private bool IsRename(int node) => Graph.InputOf(node).Positions == 1 && LayerOf(node).IsIdentityBefore(Graph.InputOf(node)) is not null;

    private bool AllReadersAccept(int node, Func<Layer, bool> reads) => _readers[node].Count > 0
        && _readers[node].All(reader => reads(LayerOf(reader)) || (IsRename(reader) && AllReadersAccept(reader, reads)));

    /// <summary>The node whose memory the node reads; -1 for the network's input.</summary>
    public int Source(int node)
    {
        int source = Graph.Graph.Nodes[node].Inputs[0];
        while (source >= 0 && IsElided(source))
        {
            source = Graph.Graph.Nodes[source].Inputs[0];
        }

        return source;
    }

    /// <summary>The shape of what the node reads.</summary>
    public Shape SourceShape(int node) => Graph.ShapeOf(Source(node));

    /// <summary>Whether the node reads the network's input in the caller's layout.</summary>
    public bool ReadsPlanar(int node) => PlanarInput && Source(node) < 0;
}
