using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Reshape;

internal sealed partial record ReshapeLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        int[] sizes = [.. Dimensions];
        long? count = SizeLimit.Count(sizes);
        if (count != context.Input.Size)
        {
            string product = string.Join(" * ", sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
            context.Report(
                DiagnosticDescriptors.ReshapeCount, null, Header.Text, sizes.Length == 1 ? product : product + (count is null ? " (more than 2147483647)" : " = " + Text(count.Value)),
                context.Source, context.Input, Text(context.Input.Size));
            return null;
        }

        return sizes.Length switch
        {
            1 => Shape.Features(sizes[0]),
            2 => Shape.Signal(sizes[0], sizes[1]),
            _ => Shape.Image(sizes[0], sizes[1], sizes[2]),
        };
    }

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) => null;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
