using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Shapes;

/// <summary>A sample and a parameter have at most as many values as an index of 32 bits counts.</summary>
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
            if (Count(parameter.Shape) is null)
            {
                string shape = string.Join("x", System.Linq.Enumerable.Select(parameter.Shape, size => size.ToString(CultureInfo.InvariantCulture)));
                context.Report(
                    DiagnosticDescriptors.TooLarge, null, layer.Header.Text, "a " + parameter.Name + " of " + shape + " values on an input of " + context.Input,
                    "Use fewer outputs or a smaller input");
                return false;
            }
        }

        return true;
    }
}
