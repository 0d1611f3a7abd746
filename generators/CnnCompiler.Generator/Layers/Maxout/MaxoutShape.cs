using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Maxout;

internal sealed partial record MaxoutLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        Shape input = context.Input;
        if (input.Channels % Pieces == 0)
        {
            return input.With(input.Channels / Pieces, input.Height, input.Width);
        }

        int[] divisors = [.. Enumerable.Range(1, input.Channels).Where(divisor => input.Channels % divisor == 0)];
        context.ReportFixable(
            DiagnosticDescriptors.PiecesDoNotDivide, "pieces", DivisorRemedies.Of("pieces@0", Pieces, input.Channels, input.Channels), Header.Text, Pieces, input.Channels, context.Source, input, input.Channels % Pieces,
            string.Join(", ", divisors.Select(divisor => divisor.ToString(CultureInfo.InvariantCulture))));
        return null;
    }
}
