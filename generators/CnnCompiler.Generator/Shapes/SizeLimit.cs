using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Shapes;

/// <summary>
/// A sample and a parameter have at most as many values as an index of 32 bits counts, as they lie in memory: channels in whole blocks of 16,
/// with the zeros around a map that windows read.
/// </summary>
internal static class SizeLimit
{
    /// <summary>The product of sizes, or null where it is more than the limit.</summary>
    public static long? Count(IEnumerable<int> sizes)
    {
        long count = 1;
        foreach (int size in sizes)
        {
            count *= size;
            if (count > int.MaxValue)
            {
                return null;
            }
        }

        return count;
    }

    /// <summary>Reports an axis that is too long to be written as a shape.</summary>
    /// <param name="context">The layer's input.</param>
    /// <param name="text">The layer as written.</param>
    /// <param name="height">Rows of the output.</param>
    /// <param name="width">Columns of the output.</param>
    /// <param name="remedy">What to write instead.</param>
    public static bool CheckAxes(ShapeContext context, string text, long height, long width, string remedy)
    {
        long largest = System.Math.Max(height, width);
        if (largest <= int.MaxValue)
        {
            return true;
        }

        context.Report(
            DiagnosticDescriptors.TooLarge, null, text, "an axis of " + largest.ToString(CultureInfo.InvariantCulture) + " positions", remedy);
        return false;
    }

    /// <summary>Reports an output or a parameter that is too large.</summary>
    public static bool Check(ShapeContext context, Layer layer, Shape output)
    {
        if (Count(output.Dimensions()) is null)
        {
            context.Report(
                DiagnosticDescriptors.TooLarge, null, layer.Header.Text, "an output of " + output + " values from " + context.Input,
                "Use fewer channels or a larger stride");
            return false;
        }

        foreach (ParameterSpec parameter in layer.Parameters(context.Input, output))
        {
            if (Count(parameter.Shape.Select((size, axis) => axis < 2 && parameter.Shape.Count > 1 ? Blocks(size) * 16 : size)) is null)
            {
                string shape = string.Join("x", parameter.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
                context.Report(
                    DiagnosticDescriptors.TooLarge, null, layer.Header.Text, "a " + parameter.Name + " of " + shape + " values on an input of " + context.Input,
                    "Use fewer outputs or a smaller input");
                return false;
            }
        }

        (Shape Shape, Halo Halo, string Name)[] tensors =
            [(context.Input, layer.InputHalo(context.Input), "input"), (output, layer.OutputGradientHalo(context.Input), "output")];
        foreach ((Shape shape, Halo halo, string name) in tensors)
        {
            if (IsTooLarge(shape, halo))
            {
                context.Report(
                    DiagnosticDescriptors.TooLarge, null, layer.Header.Text, "an " + name + " of " + shape + " values, in memory in blocks of 16 channels with padding around,",
                    "Use a smaller input");
                return false;
            }
        }

        return true;
    }

    // Blocks of 16; a size near the limit counts as one that is beyond it anyway.
    private static int Blocks(int channels) => (int)(((long)channels + 15) / 16 > int.MaxValue / 16 ? int.MaxValue / 16 : ((long)channels + 15) / 16);

    private static bool IsTooLarge(Shape shape, Halo halo) => Count(
        [Blocks(shape.Channels) * 16, Sum(shape.Height, halo.Top, halo.Bottom), Sum(shape.Width, halo.Left, halo.Right)]) is null;

    private static int Sum(int size, int before, int after) => (int)System.Math.Min(int.MaxValue, (long)size + before + after);
}
