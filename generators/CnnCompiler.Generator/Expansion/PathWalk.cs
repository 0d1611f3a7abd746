using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.CompilerServices;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion.Steps;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Expansion;

/// <summary>One path while it is expanded: the prefix of its names, what it has counted, and what it has saved.</summary>
internal sealed class PathWalk(GraphBuilder graph, string prefix)
{
    private readonly Dictionary<string, int> _layers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _blocks = [];
    private readonly Dictionary<int, int> _branches = [];
    private readonly Dictionary<string, SavedTensor> _saved = new(StringComparer.Ordinal);

    public Shape ShapeOf(int node) => graph.ShapeOf(node);

    /// <summary>Takes all steps; gives the node that the path ends at, or null after reporting.</summary>
    public int? Run(PathTree path, int start)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        int current = start;
        foreach (PathStep step in path.Steps)
        {
            int first = graph.Nodes;
            if (!graph.Count(step.Header) || step.Expand(this, current) is not { } next)
            {
                return null;
            }

            graph.Trace?.Add(graph, step.Header, first, next);
            current = next;
        }

        foreach (KeyValuePair<string, SavedTensor> saved in _saved.Where(pair => !pair.Value.IsRead))
        {
            ReportDead(saved.Key, saved.Value);
        }

        return current;
    }

    /// <summary>What repairs branches that are concatenated, where their positions differ.</summary>
    public EquatableArray<Remedy> RemediesOfConcat(int start, params int[] ends) => new(BranchRemedies.Of(graph, start, ends));

    /// <summary>What repairs branches that are added or multiplied, where only their positions differ.</summary>
    public EquatableArray<Remedy> RemediesOf(int start, params int[] ends) => new(BranchRemedies.OfElementwise(graph, start, ends));

    /// <summary>What repairs a residual block whose main path changes the shape.</summary>
    public EquatableArray<Remedy> RemediesOfShortcut(LayerHeader header, int start, int main) =>
        new([.. BranchRemedies.OfMainPath(graph, start, main), .. ProjectionRemedy.Of(graph, header, start, main)]);

    /// <summary>Counts a repetition of a block; false after reporting that there are too many.</summary>
    public bool Repeat(LayerHeader header) => graph.Count(header);

    /// <summary>Adds a layer to the graph; null after reporting that its inputs do not suit it.</summary>
    public int? Append(Layer layer, string segment, params int[] inputs) => graph.Append(layer, prefix + segment, inputs);

    /// <summary>A layer's name segment. One with a name of its own counts too: <c>[Conv(.., Name = "stem"), Conv(..)]</c> gives stem and conv2.</summary>
    public string LayerName(LayerHeader header)
    {
        string counted = LayerName(header.Kind.ToLowerInvariant());
        return header.Name ?? counted;
    }

    /// <summary>The name segment of the next layer of a kind.</summary>
    public string LayerName(string kind)
    {
        _layers.TryGetValue(kind, out int count);
        _layers[kind] = ++count;
        return kind + Digits(count);
    }

    /// <summary>The name segment of the next use of a block.</summary>
    public string BlockName(PathTree block) => Segment(block) + Digits(Count(_blocks, block.Path));

    /// <summary>Expands a path under a name segment.</summary>
    public int? Follow(PathTree path, string segment, int start) => new PathWalk(graph, prefix + segment + ".").Run(path, start);

    /// <summary>Expands a branch under its class name; where the class was a branch of this path before, with an index from 2.</summary>
    public int? Branch(LayerHeader header, PathTree path, int start)
    {
        int count = Count(_branches, path.Path);
        string segment = Segment(path) + (count == 1 ? "" : Digits(count));
        return Follow(path, header.Name is null ? segment : header.Name + "." + segment, start);
    }

    /// <summary>Expands several branches from one node.</summary>
    public int[]? Branches(LayerHeader header, IReadOnlyList<PathTree> paths, int start)
    {
        var ends = new int[paths.Count];
        for (int i = 0; i < ends.Length; i++)
        {
            if (Branch(header, paths[i], start) is not { } end)
            {
                return null;
            }

            ends[i] = end;
        }

        return ends;
    }

    public void Save(LayerHeader header, string name, int node)
    {
        if (_saved.TryGetValue(name, out SavedTensor? replaced) && !replaced.IsRead)
        {
            ReportDead(name, replaced);
        }

        _saved[name] = new SavedTensor(header, node);
    }

    /// <summary>A saved tensor, or null after reporting that there is none of the name.</summary>
    public int? Saved(LayerHeader header, string name)
    {
        if (!_saved.TryGetValue(name, out SavedTensor? saved))
        {
            graph.Report(header.Report(
                DiagnosticDescriptors.UnknownTensor, "name", header.Text, "no tensor", name, "saved in this path before", Known(_saved.Keys, "Save"))
                .WithRemedies(NameRemedy.Of(name, _saved.Keys)));
            return null;
        }

        saved.IsRead = true;
        return saved.Node;
    }

    /// <summary>The running sum of the network, or null where it has not been started.</summary>
    public int? Sum(string name) => graph.Sums.TryGetValue(name, out SavedTensor? sum) ? sum.Node : null;

    public void SetSum(LayerHeader header, string name, int node)
    {
        // What is added after it was taken has to be taken again.
        if (graph.Sums.TryGetValue(name, out SavedTensor? sum) && !sum.IsRead)
        {
            sum.Node = node;
        }
        else
        {
            graph.Sums[name] = new SavedTensor(header, node);
        }
    }

    /// <summary>The running sum, or null after reporting that there is none of the name.</summary>
    /// <param name="header">The attribute that asks for it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="current">The node that the path has come to, whose value it drops.</param>
    public int? TakeSum(LayerHeader header, string name, int current)
    {
        if (!graph.Sums.TryGetValue(name, out SavedTensor? sum))
        {
            graph.Report(header.Report(
                DiagnosticDescriptors.UnknownTensor, "name", header.Text, "no sum", name, "started by a Skip before", Known(graph.Sums.Keys, "Skip"))
                .WithRemedies(NameRemedy.Of(name, graph.Sums.Keys)));
            return null;
        }

        sum.IsRead = true;
        graph.Dropped.Add((current, header));
        return sum.Node;
    }

    public void AddHead(LayerHeader header, int node, double weight) => graph.Heads.Add(new Head(node, weight, header));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Segment(PathTree path) => path.Name.ToLowerInvariant();

    private static string Known(IEnumerable<string> names, string attribute)
    {
        string[] all = [.. names];
        return all.Length == 0 ? "Write " + attribute + " before it" : "Known: " + string.Join(", ", all.OrderBy(name => name, StringComparer.Ordinal));
    }

    private static int Count(Dictionary<int, int> counts, int path)
    {
        counts.TryGetValue(path, out int count);
        return counts[path] = count + 1;
    }

    private void ReportDead(string name, SavedTensor saved) =>
        graph.Report(saved.Header.Report(DiagnosticDescriptors.DeadTensor, null, saved.Header.Text, name, "Add or ConcatWith"));
}
