using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Expansion;

/// <summary>
/// The projection that a residual block lacks. Its filters and stride are numbers, and the arguments of the main path that these numbers come from: where
/// they depend on a block's parameters, no number is right for every use, and the expression has to be taken.
/// </summary>
internal static class ProjectionRemedy
{
    /// <summary>The repair, or none where no 1x1 convolution gives the main path's shape.</summary>
    /// <param name="graph">The nodes.</param>
    /// <param name="residual">The residual block's attribute.</param>
    /// <param name="start">Its input.</param>
    /// <param name="main">The end of its main path.</param>
    public static IEnumerable<Remedy> Of(GraphBuilder graph, LayerHeader residual, int start, int main)
    {
        Shape before = graph.ShapeOf(start), after = graph.ShapeOf(main);
        if (before.Rank != after.Rank || Stride(before, after) is not { } stride)
        {
            yield break;
        }

        (Layer Layer, int Node)[] chain = [.. Chain(graph, start, main)];
        string option = before.Rank == 1 ? "units" : "filters";
        Layer? widening = chain.LastOrDefault(found => found.Layer.Header.Kind is "Conv" or "Dense" && graph.ShapeOf(found.Node).Channels == after.Channels).Layer;
        Layer[] strided = [.. chain.Where(found => found.Layer.Header.Varying.Contains("Stride") || found.Layer.Field(graph.InputOf(found.Node)) is { StrideWidth: > 1 }).Select(found => found.Layer)];
        bool filtersVary = widening is null || widening.Header.Varying.Contains(option), strideVaries = strided.Any(layer => layer.Header.Varying.Contains("Stride"));
        bool inBlock = residual.Origin.Chain is not null;
        var edits = new[]
        {
            new RemedyEdit(residual.Place, RemedyKinds.ProjectionLayer, before.Rank == 1 ? "Dense" : "Conv"),
            new RemedyEdit(widening?.Header.Place ?? residual.Place, option, inBlock && filtersVary ? "" : Digits(after.Channels)),
            new RemedyEdit(strided.Length == 1 ? strided[0].Header.Place : residual.Place, "Stride", inBlock && strideVaries ? "" : Digits(stride)),
        };
        yield return new Remedy(RemedyKinds.Projection, new EquatableArray<RemedyEdit>(edits))
        {
            HoldsForEveryUse = widening is not null && (strided.Length < 2 || !strideVaries),
        };
    }

    // From the end to the start, along first inputs.
    private static IEnumerable<(Layer Layer, int Node)> Chain(GraphBuilder graph, int start, int end)
    {
        var chain = new Stack<(Layer, int)>();
        for (int node = end; node > start; node = graph.NodeAt(node).Inputs[0])
        {
            chain.Push((graph.NodeAt(node).Layer, node));
        }

        return chain;
    }

    private static int? Stride(Shape before, Shape after)
    {
        foreach (int stride in Enumerable.Range(1, before.Width))
        {
            if (((before.Width - 1) / stride) + 1 == after.Width && ((before.Height - 1) / stride) + 1 == after.Height)
            {
                return stride;
            }
        }

        return null;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
