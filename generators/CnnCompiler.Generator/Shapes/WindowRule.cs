using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;

namespace CnnCompiler.Generator.Shapes;

/// <summary>The output shape of a layer that slides a window over positions, its errors, warnings and hints.</summary>
/// <param name="Text">The layer as written.</param>
/// <param name="KernelOption">What the layer calls its window: <c>kernel</c> or <c>size</c>.</param>
/// <param name="Height">The window along the height; left out for signals.</param>
/// <param name="Width">The window along the width, or the length of signals.</param>
/// <param name="MaxPadding">The most padding that the layer takes.</param>
/// <param name="PerAxisKernel">Height and width of the kernel are written apart.</param>
/// <param name="PerAxisPadding">An option for the padding of one axis is written.</param>
/// <param name="IsPool">Pooling, which reads every position even where its window is 1.</param>
internal sealed record WindowRule(
    string Text, string KernelOption, WindowAxis Height, WindowAxis Width, int MaxPadding, bool PerAxisKernel, bool PerAxisPadding, bool IsPool)
{
    /// <summary>The output shape, or null after reporting why there is none.</summary>
    public Shape? Infer(ShapeContext context, int channels)
    {
        if (!RankRule.HasPositions(context, Text))
        {
            return null;
        }

        Shape input = context.Input;
        WindowAxis width = Width with { Size = input.Width };
        WindowAxis[] axes = input.Rank == 3 ? [Height with { Size = input.Height }, width] : [width];
        foreach (WindowAxis axis in axes)
        {
            long largest = Math.Max(axis.Extent, axis.Padded);
            if (largest > int.MaxValue)
            {
                context.Report(
                    DiagnosticDescriptors.TooLarge, null, Text, "an axis of " + Digits(largest) + " positions with padding and dilation",
                    "Use a smaller kernel, dilation or padding");
                return null;
            }
        }

        // The padding of a layer's input is memory.
        if (SizeLimit.Count([input.Channels, .. axes.Select(axis => (int)axis.Padded)]) is null)
        {
            context.Report(
                DiagnosticDescriptors.TooLarge, null, Text,
                "a padded input of " + Sizes([input.Channels, .. axes.Select(axis => axis.Padded)]) + " values", "Use a smaller padding or kernel");
            return null;
        }

        // Kernels count the values between two windows.
        if (SizeLimit.Count([16, .. axes.Select(axis => (int)Math.Max(axis.Stride, axis.Padded))]) is null)
        {
            context.Report(
                DiagnosticDescriptors.TooLarge, "Stride|StrideHeight|StrideWidth", Text, "a step over " + Sizes([16, .. axes.Select(axis => axis.Stride)]) + " values in a block of 16 channels",
                "Use a smaller stride");
            return null;
        }

        if (axes.Any(axis => axis.Output < 1))
        {
            ReportTooSmall(context, axes);
            return null;
        }

        ReportOddities(context, axes);
        return input.With(channels, axes.Length == 2 ? (int)axes[0].Output : 1, (int)axes[axes.Length - 1].Output);
    }

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Sizes(IEnumerable<long> sizes) => string.Join("x", sizes.Select(Digits));

    private void ReportTooSmall(ShapeContext context, WindowAxis[] axes)
    {
        WindowAxis[] failing = [.. axes.Where(axis => axis.Output < 1)];
        string remedy = "Use a " + KernelOption + " of at most " + (PerAxisKernel
            ? Sizes(axes.Select(axis => Math.Min(axis.Kernel, axis.LargestKernel)))
            : Digits(failing.Min(axis => axis.LargestKernel)));
        if (failing.Max(axis => axis.LeastPadding) <= MaxPadding)
        {
            remedy += ", or " + (PerAxisPadding
                ? string.Join(" and ", failing.Select(axis => "Padding" + axis.Name + " = " + Digits(axis.LeastPadding)))
                : "Padding = " + Digits(axes.Max(axis => axis.LeastPadding)));
        }

        context.ReportFixable(
            DiagnosticDescriptors.WindowLargerThanInput, null, WindowRemedies.OfLargeWindow(this, context.Header, axes), Text, Sizes(axes.Select(axis => axis.SmallestInput)), context.Source, context.Input,
            failing[0].Arithmetic, remedy);
    }

    private void ReportOddities(ShapeContext context, WindowAxis[] axes)
    {
        bool pointwise = !IsPool && axes.All(axis => axis.Kernel == 1);
        if (!pointwise && axes.FirstOrDefault(axis => axis.Stride > axis.Extent) is { } skipping)
        {
            context.ReportFixable(
                DiagnosticDescriptors.StrideSkipsInput, "Stride" + skipping.Name + "|Stride", WindowRemedies.OfGaps(skipping), Text, skipping.Stride, skipping.Extent, Axis(skipping, axes));
        }

        if (axes.FirstOrDefault(axis => axis.Remainder != 0) is { } uneven)
        {
            context.ReportFixable(
                DiagnosticDescriptors.WindowDoesNotFit, null, WindowRemedies.OfRemainder(this, axes), Text, context.Input, uneven.Slice, uneven.Stride, uneven.Remainder, Axis(uneven, axes));
        }
    }

    private static string Axis(WindowAxis axis, WindowAxis[] axes) => axes.Length == 1 ? "length" : axis.Name == "Height" ? "height" : "width";
}
