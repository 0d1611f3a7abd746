using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Paddings and strides that repair what <see cref="WindowRule"/> reports.</summary>
internal static class WindowRemedies
{
    /// <summary>For a window larger than its input: the least padding that gives an output, and the one that keeps the size.</summary>
    public static IEnumerable<Remedy> OfLargeWindow(WindowRule rule, LayerHeader layer, WindowAxis[] axes)
    {
        WindowAxis[] failing = [.. axes.Where(axis => axis.Output < 1)];
        long keeping = (axes[0].Extent - 1) / 2;
        bool keeps = !rule.PerAxisPadding && axes.All(axis => axis.Stride == 1 && !axis.CeilMode && axis.Extent == (2 * keeping) + 1);
        long least = axes.Max(axis => axis.LeastPadding);
        if (failing.Max(axis => axis.LeastPadding) <= rule.MaxPadding)
        {
            yield return rule.PerAxisPadding
                ? new Remedy(RemedyKinds.FitKernel, new EquatableArray<RemedyEdit>(failing.Select(axis => new RemedyEdit(null, "Padding" + axis.Name, Digits(axis.LeastPadding)))))
                : Remedy.Set(RemedyKinds.FitKernel, "Padding", Digits(least)) with { HoldsForEveryUse = keeps && least == keeping && layer.HasFixedWindow };
        }

        if (keeps && keeping <= rule.MaxPadding && keeping != least)
        {
            yield return Remedy.Set(RemedyKinds.KeepSize, "Padding", Digits(keeping)) with { HoldsForEveryUse = layer.HasFixedWindow };
        }
    }

    /// <summary>For windows that leave gaps: the largest stride that leaves none.</summary>
    public static IEnumerable<Remedy> OfGaps(WindowAxis axis) => [Remedy.Set(RemedyKinds.EvenStride, "Stride" + axis.Name + "|Stride", Digits(axis.Extent))];

    /// <summary>For windows that end before their input: a padding, a stride or a last window over the end.</summary>
    public static IEnumerable<Remedy> OfRemainder(WindowRule rule, WindowAxis[] axes)
    {
        if (axes.Any(axis => axis.Same))
        {
            yield break;
        }

        if (!rule.PerAxisPadding && EvenPadding(rule, axes) is { } padding)
        {
            yield return Remedy.Set(RemedyKinds.EvenPadding, "Padding", Digits(padding));
        }

        if (axes.All(axis => axis.Stride == axes[0].Stride) && EvenStride(axes) is { } stride)
        {
            yield return Remedy.Set(RemedyKinds.EvenStride, "Stride", Digits(stride));
        }

        if (rule.IsPool)
        {
            yield return Remedy.Set(RemedyKinds.CeilMode, "CeilMode", "true");
        }
    }

    // The next larger one: a smaller one would shrink the output.
    private static long? EvenPadding(WindowRule rule, WindowAxis[] axes)
    {
        long first = axes[0].Padding + 1, last = Math.Min(rule.MaxPadding, axes[0].Padding + axes.Max(axis => axis.Stride));
        for (long padding = first; padding <= last; padding++)
        {
            if (axes.All(axis => axis.Padding == axes[0].Padding && (axis with { Padding = padding }).Remainder == 0))
            {
                return padding;
            }
        }

        return null;
    }

    // The nearest one below the window's extent; a stride of 1 always fits.
    private static long? EvenStride(WindowAxis[] axes)
    {
        long written = axes[0].Stride;
        for (long distance = 1; distance < written; distance++)
        {
            foreach (long stride in new[] { written - distance, written + distance })
            {
                if (axes.All(axis => axis.Slack % stride == 0 && stride <= axis.Extent))
                {
                    return stride;
                }
            }
        }

        return null;
    }

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);
}
