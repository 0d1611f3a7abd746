using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Expansion;

/// <summary>
/// Expands the paths of a network to one graph. A path is walked with the prefix of its names and the node that it starts from, and gives the node that
/// it ends at, so that blocks and branches are further calls with a longer prefix.
/// </summary>
internal sealed class GraphBuilder
{
    private readonly List<Node> _nodes = [];

    private GraphBuilder()
    {
    }

    /// <summary>The graph of a network.</summary>
    public static Graph Expand(NetworkSpec spec)
    {
        var builder = new GraphBuilder();
        builder.ExpandPath([.. spec.Layers], prefix: "", start: -1);
        return new Graph(spec.Input, new EquatableArray<Node>(builder._nodes), spec.Loss, spec.FullUnroll);
    }

    private int ExpandPath(IReadOnlyList<Layer> layers, string prefix, int start)
    {
        var counts = new Dictionary<string, int>();
        int current = start;
        foreach (Layer layer in layers)
        {
            // A layer with a name of its own counts too: [Conv(.., Name = "stem"), Conv(..)] gives stem and conv2.
            string kind = layer.Header.Kind.ToLowerInvariant();
            counts.TryGetValue(kind, out int count);
            counts[kind] = ++count;
            string segment = layer.Header.Name ?? kind + count.ToString(CultureInfo.InvariantCulture);
            if (layer is not CompositeLayer composite)
            {
                current = Add(layer, current, prefix + segment);
                continue;
            }

            foreach ((string part, Layer partLayer) in composite.Parts)
            {
                current = Add(partLayer, current, prefix + segment + "." + part);
            }
        }

        return current;
    }

    private int Add(Layer layer, int input, string name)
    {
        _nodes.Add(new Node(layer, new EquatableArray<int>([input]), name));
        return _nodes.Count - 1;
    }
}
