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
    private readonly bool[] _isOutput;

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

        _isOutput = new bool[count];
        List<int> outputs = [.. graph.Graph.Heads.Select(head => head.Node).Append(graph.Graph.Output)];
        foreach (int output in outputs.Where(output => output >= 0))
        {
            _isOutput[output] = true;
            if (graph.Graph.LossInput(output) is >= 0 and var loss)
            {
                _isOutput[loss] = true;
            }
        }

        List<int> first = Enumerable.Range(0, count).Where(node => Sources(node).Any(source => source < 0) && !IsElided(node)).ToList();
        PlanarInput = outputs.All(output => Resolve(graph.Graph.LossInput(output)) >= 0) && first.All(
            node => LayerOf(node).ReadsPlanar(SourceShape(node)) && (first.Count == 1 || LayerOf(node).InputHalo(SourceShape(node)).IsEmpty));
    }

    public TypedGraph Graph { get; }

    /// <summary>Whether all readers of the network's input take a plane a channel.</summary>
    public bool PlanarInput { get; }

    public Layer LayerOf(int node) => Graph.Graph.Nodes[node].Layer;

    /// <summary>Whether one other node reads the result, and nothing else does: it is no output and no loss takes it.</summary>
    public bool HasSoleReader(int node) => _readers[node].Count == 1 && !_isOutput[node];

    /// <summary>The nodes that have to be computed.</summary>
    /// <param name="training">Whether heads and running statistics count too.</param>
    public bool[] Needed(bool training)
    {
        var needed = new bool[_readers.Length];
        Graph graph = Graph.Graph;
        IEnumerable<int> roots = training
            ? graph.Heads.Select(head => head.Node).Append(graph.Output).Select(graph.LossInput)
                .Concat(Enumerable.Range(0, needed.Length).Where(HasStatistics))
            : [graph.Output];
        foreach (int root in roots.Where(root => root >= 0))
        {
            needed[root] = true;
        }

        for (int node = needed.Length - 1; node >= 0; node--)
        {
            foreach (int input in graph.Nodes[node].Inputs.Where(input => needed[node] && input >= 0))
            {
                needed[input] = true;
            }
        }

        return needed;
    }

    /// <summary>Whether the node only renames what its readers find in memory anyway.</summary>
    public bool IsElided(int node) =>
        LayerOf(node).IsIdentityBefore(Graph.InputOf(node)) is { } reads && (IsRename(node) || AllReadersAccept(node, reads));

    // Features to features: nothing to do, whoever reads it.
    private bool IsRename(int node) => Graph.InputOf(node).Positions == 1 && LayerOf(node).IsIdentityBefore(Graph.InputOf(node)) is not null;

    private bool AllReadersAccept(int node, Func<Layer, bool> reads) => _readers[node].Count > 0 && !_isOutput[node]
        && _readers[node].All(reader => reads(LayerOf(reader)) || (IsRename(reader) && AllReadersAccept(reader, reads)));

    /// <summary>The node whose memory the node reads; -1 for the network's input.</summary>
    public int Source(int node) => Source(node, 0);

    private int Source(int node, int position) => Resolve(Graph.Graph.Nodes[node].Inputs[position]);

    // The node itself, or the one whose memory it renames.
    private int Resolve(int node)
    {
        while (node >= 0 && IsElided(node))
        {
            node = Graph.Graph.Nodes[node].Inputs[0];
        }

        return node;
    }

    private IEnumerable<int> Sources(int node) => Enumerable.Range(0, Graph.Graph.Nodes[node].Inputs.Count).Select(position => Source(node, position));

    private bool HasStatistics(int node) => LayerOf(node).Parameters(Graph.InputOf(node), Graph.Shapes[node]).Any(parameter => parameter.IsBuffer);

    /// <summary>The shape of what the node reads.</summary>
    public Shape SourceShape(int node) => Graph.ShapeOf(Source(node));

    /// <summary>Whether the node reads the network's input in the caller's layout.</summary>
    public bool ReadsPlanar(int node) => PlanarInput && Source(node) < 0;
}
