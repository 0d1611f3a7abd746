using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Expansion;

/// <summary>Paddings and strides with which branches from one node get the same positions.</summary>
internal sealed class BranchRemedies(GraphBuilder graph, int start)
{
    // Beyond, a stride is no slip.
    private const int LargestStride = 8;

    /// <summary>What repairs branches whose positions differ from those of most of them.</summary>
    /// <param name="graph">The nodes.</param>
    /// <param name="start">Where the branches begin.</param>
    /// <param name="ends">Where they end.</param>
    public static IEnumerable<Remedy> Of(GraphBuilder graph, int start, IReadOnlyList<int> ends)
    {
        (int Height, int Width) target = ends.Select(end => Positions(graph.ShapeOf(end))).GroupBy(positions => positions).OrderByDescending(group => group.Count()).First().Key;
        var finder = new BranchRemedies(graph, start);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var edits = new List<RemedyEdit>();
        bool everyUse = true;
        foreach (int end in ends.Where(end => Positions(graph.ShapeOf(end)) != target))
        {
            if (finder.Repair(end, target) is not { } remedy)
            {
                return [];
            }

            kinds.Add(remedy.Kind);
            edits.AddRange(remedy.Edits);
            everyUse &= remedy.HoldsForEveryUse;
        }

        // Two branches can be one class.
        return edits.Count == 0 ? []
            : [new Remedy(kinds.Count == 1 ? kinds.First() : RemedyKinds.FitBranch, new EquatableArray<RemedyEdit>(edits.Distinct())) { HoldsForEveryUse = everyUse }];
    }

    /// <summary>The same for an elementwise operation, where channels have to be equal from the start.</summary>
    public static IEnumerable<Remedy> OfElementwise(GraphBuilder graph, int start, IReadOnlyList<int> ends) =>
        ends.Select(end => graph.ShapeOf(end).Channels).Distinct().Count() == 1 ? Of(graph, start, ends) : [];

    /// <summary>What lets the main path of a residual block keep the size, where it keeps the channels.</summary>
    public static IEnumerable<Remedy> OfMainPath(GraphBuilder graph, int start, int main)
    {
        var finder = new BranchRemedies(graph, start);
        return graph.ShapeOf(start).Channels == graph.ShapeOf(main).Channels && finder.Chain(main) is { } chain && finder.KeepSize(chain) is { } remedy ? [remedy] : [];
    }

    private static (int Height, int Width) Positions(Shape shape) => (shape.Height, shape.Width);

    private Remedy? Repair(int end, (int Height, int Width) target)
    {
        if (Chain(end) is not { } chain)
        {
            return null;
        }

        return Positions(graph.ShapeOf(start)) == target && KeepSize(chain) is { } keeping ? keeping : FitLast(chain, target);
    }

    // The layers of a branch without branches of its own, in order.
    private List<int>? Chain(int end)
    {
        var chain = new List<int>();
        for (int node = end; node != start; node = graph.NodeAt(node).Inputs[0])
        {
            if (node < 0 || graph.NodeAt(node).Inputs.Count != 1)
            {
                return null;
            }

            chain.Insert(0, node);
        }

        return chain;
    }

    // Every window gets the padding that keeps the size.
    private Remedy? KeepSize(List<int> chain)
    {
        var edits = new List<RemedyEdit>();
        bool everyUse = true;
        foreach (int node in chain)
        {
            Shape before = graph.InputOf(node);
            Layer layer = graph.NodeAt(node).Layer;
            if (layer.Field(before) is not { StrideHeight: 1, StrideWidth: 1 } field)
            {
                return null;
            }

            if (Positions(before) == Positions(graph.ShapeOf(node)))
            {
                continue;
            }

            int padding = (field.ExtentWidth - 1) / 2;
            bool square = before.Rank == 2 || field.ExtentHeight == field.ExtentWidth;
            if (!square || field.ExtentWidth % 2 == 0 || !(padding <= layer.MostPadding))
            {
                return null;
            }

            edits.Add(new RemedyEdit(layer.Header.Place, "Padding", Digits(padding)));
            everyUse &= layer.Header.HasFixedWindow;
        }

        return edits.Count == 0 ? null : new Remedy(RemedyKinds.KeepSize, new EquatableArray<RemedyEdit>(edits)) { HoldsForEveryUse = everyUse };
    }

    // The last layer with a window, where those behind it keep the size.
    private Remedy? FitLast(List<int> chain, (int Height, int Width) target)
    {
        int last = chain.FindLastIndex(node => graph.NodeAt(node).Layer.MostPadding is not null);
        if (last < 0 || chain.Skip(last + 1).Any(node => Positions(graph.InputOf(node)) != Positions(graph.ShapeOf(node))))
        {
            return null;
        }

        Layer layer = graph.NodeAt(chain[last]).Layer;
        Shape before = graph.InputOf(chain[last]);
        if (layer.Field(before) is not { } field || (before.Rank == 3 && field.StrideHeight != field.StrideWidth))
        {
            return null;
        }

        // Written padding is known where windows are next to each other.
        int? written = field.StrideWidth == 1 ? (graph.ShapeOf(chain[last]).Width - before.Width + field.ExtentWidth - 1) / 2 : null;
        int most = Math.Min(field.ExtentWidth - 1, layer.MostPadding!.Value);
        foreach (int stride in Enumerable.Range(1, LargestStride).OrderBy(stride => stride == field.StrideWidth ? 0 : stride))
        {
            foreach (int padding in Enumerable.Range(0, most + 1).OrderBy(padding => padding == written ? -1 : padding))
            {
                if (Fits(before.Width, field.ExtentWidth, target.Width) && (before.Rank == 2 || Fits(before.Height, field.ExtentHeight, target.Height)))
                {
                    return Edit(layer, stride == field.StrideWidth ? null : stride, padding == written ? null : padding);
                }

                bool Fits(int size, int extent, int wanted) => size + (2 * padding) >= extent && ((size + (2 * padding) - extent) / stride) + 1 == wanted;
            }
        }

        return null;
    }

    private static Remedy Edit(Layer layer, int? stride, int? padding)
    {
        var edits = new List<RemedyEdit>();
        foreach ((string option, int? value) in new[] { ("Stride", stride), ("Padding", padding) })
        {
            if (value is { } number)
            {
                edits.Add(new RemedyEdit(layer.Header.Place, option, Digits(number)));
            }
        }

        return new Remedy(RemedyKinds.FitBranch, new EquatableArray<RemedyEdit>(edits));
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
