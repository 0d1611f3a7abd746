using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Planning;
using Microsoft.CodeAnalysis.CSharp;

namespace CnnCompiler.Generator.Emission;

/// <summary>Writes the summary of a network as data: its layers, their connections and costs.</summary>
internal static class SummaryEmitter
{
    // A method that creates more layers than these would come near the sizes at which the JIT stops optimising.
    private const int LayersPerMethod = 200;

    public static void Emit(CodeWriter writer, NetworkPlan plan)
    {
        int methods = (plan.Layers.Count + LayersPerMethod - 1) / LayersPerMethod;
        Graph graph = plan.Graph.Graph;
        string layers = string.Join(", ", Enumerable.Range(1, methods).Select(method => $".. CompiledLayers{method}()"));
        string heads = string.Join(", ", graph.Heads.Select(head => $"new({head.Node}, {head.Weight.ToString("R", CultureInfo.InvariantCulture)}d)"));
        writer.Line("private static global::CnnCompiler.NetworkSummary CompiledSummary() => new(");
        writer.Line($"    \"{plan.Name.TrimStart('@')}\", new({List(graph.Input.Dimensions())}), [{layers}], {graph.Output}, {plan.PredictBytes}, {plan.GradientBytes})");
        writer.Line("{");
        writer.Line($"    Auxiliaries = [{heads}],");
        writer.Line("};");
        for (int method = 0; method < methods; method++)
        {
            writer.Line();
            writer.Line($"private static global::CnnCompiler.LayerSummary[] CompiledLayers{method + 1}() => new global::CnnCompiler.LayerSummary[]");
            writer.Line("{");
            foreach (LayerCosts layer in plan.Layers.Skip(method * LayersPerMethod).Take(LayersPerMethod))
            {
                writer.Line("    " + Row(layer));
            }

            writer.Line("};");
        }
    }

    private static string Row(LayerCosts layer)
    {
        string flags = (layer.IsFrozen ? ", IsFrozen: true" : "") + (layer.IsPredicted ? "" : ", IsPredicted: false");
        return $"new({Literal(layer.Node.Name)}, {Literal(layer.Text)}, new[] {{ {List([.. layer.Node.Inputs])} }}, new({List(layer.Output.Dimensions())}), "
            + $"{layer.Parameters}, {layer.Macs}, {layer.Field}{flags}),";
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string List(int[] values) => string.Join(", ", values);
}
