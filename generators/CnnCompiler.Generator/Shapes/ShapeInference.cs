using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Walks a graph in the order of computation and asks each layer for its output shape. One mistake gives one error: nothing is computed from a missing shape.</summary>
internal static class ShapeInference
{
    /// <summary>What messages call the network's input.</summary>
    public const string InputSource = "the network's input";

    /// <summary>The graph with its shapes, or null after reporting an error.</summary>
    public static TypedGraph? Infer(Graph graph, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken = default)
    {
        var shapes = new Shape[graph.Nodes.Count];
        for (int i = 0; i < shapes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Node node = graph.Nodes[i];
            var inputs = new List<Shape>();
            var sources = new List<string>();
            foreach (int input in node.Inputs)
            {
                inputs.Add(input < 0 ? graph.Input : shapes[input]);
                sources.Add(input < 0 ? InputSource : Describe(graph.Nodes[input].Layer));
            }

            var context = new ShapeContext(inputs, sources, node.Layer.Header, diagnostics);
            if (node.Layer.Infer(context) is not { } shape || !SizeLimit.Check(context, node.Layer, shape))
            {
                return null;
            }

            shapes[i] = shape;
        }

        var typed = new TypedGraph(graph, new EquatableArray<Shape>(shapes));
        return TensorNames.AreUnique(typed, diagnostics) ? typed : null;
    }

    /// <summary>A layer as messages name it: <c>layer 4 MaxPool(2)</c>.</summary>
    public static string Describe(Layer layer) => "layer " + (layer.Header.Index + 1).ToString(CultureInfo.InvariantCulture) + " " + layer.Header.Text;
}
