using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>Header, output shape and parameters of a convolution whose weights depend on the position.</summary>
internal static class UnsharedRule
{
    /// <summary>The header of the attribute; a scheme for one matrix is reported, because there are many.</summary>
    public static LayerHeader Header(AttributeReader reader)
    {
        LayerHeader header = reader.Header();
        if (header.Init is InitScheme.Orthogonal or InitScheme.Identity)
        {
            reader.Report(
                DiagnosticDescriptors.ArgumentOutOfRange, "Init", header.Text, "Init", "a scheme for single weights, as positions have filters of their own",
                "Init." + header.Init);
        }

        return header;
    }

    public static Window Window(Shape input, int kernel, int stride, int padding) => input.Rank == 3
        ? new Window(kernel, kernel, stride, stride, 1, 1, padding, padding, padding, padding)
        : new Window(1, kernel, 1, stride, 1, 1, 0, 0, padding, padding);

    public static Shape? Infer(ShapeContext context, string text, int filters, int kernel, int stride, int padding)
    {
        var axis = new WindowAxis("Width", 0, kernel, stride, 1, padding, Same: false, CeilMode: false);
        var rule = new WindowRule(
            text, "kernel", axis with { Name = "Height" }, axis, MaxPadding: int.MaxValue, PerAxisKernel: false, PerAxisPadding: false, IsPool: false);
        return rule.Infer(context, filters);
    }

    /// <summary>The output shape on an input that <see cref="Infer"/> accepts.</summary>
    public static Shape Output(Shape input, int filters, int kernel, int stride, int padding)
    {
        int Count(int size) => ((size + (2 * padding) - kernel) / stride) + 1;
        return input.With(filters, input.Rank == 3 ? Count(input.Height) : 1, Count(input.Width));
    }

    /// <summary>Weights and biases, in the layouts of an image or of a signal.</summary>
    public static IReadOnlyList<ParameterSpec> Parameters(LayerHeader header, Shape input, UnsharedGeometry geometry, bool bias)
    {
        int filters = geometry.Output.Channels;
        bool image = input.Rank == 3;
        int[] tile = image ? [geometry.TileHeight, geometry.TileWidth] : [geometry.TileWidth];
        int[] window = image ? [geometry.Window.KernelHeight, geometry.Window.KernelWidth] : [geometry.Window.KernelWidth];
        long taps = (long)geometry.Window.KernelHeight * geometry.Window.KernelWidth, fanIn = input.Channels * taps;
        var parameters = new List<ParameterSpec>
        {
            new("weight", new EquatableArray<int>(tile.Concat([filters, input.Channels]).Concat(window)), FirstValues.Weight(header, fanIn, filters * taps)),
        };
        if (bias)
        {
            parameters.Add(new("bias", new EquatableArray<int>(tile.Prepend(filters)), FirstValues.Bias(header, fanIn)));
        }

        return parameters;
    }
}
