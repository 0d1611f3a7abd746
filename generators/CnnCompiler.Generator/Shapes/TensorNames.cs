using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Full names of parameters and running statistics are the keys of a checkpoint.</summary>
internal static class TensorNames
{
    /// <summary>Reports two tensors of the same name, on the layer that sets its name.</summary>
    public static bool AreUnique(TypedGraph graph, List<DiagnosticInfo> diagnostics)
    {
        var owners = new Dictionary<string, Layer>(StringComparer.Ordinal);
        for (int i = 0; i < graph.Graph.Nodes.Count; i++)
        {
            Node node = graph.Graph.Nodes[i];
            foreach (ParameterSpec parameter in node.Layer.Parameters(graph.InputOf(i), graph.Shapes[i]))
            {
                string name = node.Name + "." + parameter.Name;
                if (owners.TryGetValue(name, out Layer? other))
                {
                    (Layer blamed, Layer first) = node.Layer.Header.Name is null ? (other, node.Layer) : (node.Layer, other);
                    diagnostics.Add(blamed.Header.Report(
                        DiagnosticDescriptors.InvalidName, "Name", blamed.Header.Text,
                        "not unique, because " + ShapeInference.Describe(first) + " has a tensor " + name + " too", "Choose another Name"));
                    return false;
                }

                owners.Add(name, node.Layer);
            }
        }

        return true;
    }
}
