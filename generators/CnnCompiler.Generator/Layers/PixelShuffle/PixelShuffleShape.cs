using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.PixelShuffle;

internal sealed partial record PixelShuffleLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        if (!RankRule.HasPositions(context, Header.Text))
        {
            return null;
        }

        Shape input = context.Input;
        if (input.Rank == 2)
        {
            context.Report(DiagnosticDescriptors.ImageOptionOnSignal, null, Header.Text, "it", context.Source, input, "Use Upsample");
            return null;
        }

        long square = (long)Factor * Factor;
        if (input.Channels % square != 0)
        {
            string[] factors = [.. Enumerable.Range(1, 64).Where(factor => input.Channels % (factor * factor) == 0).Select(Text)];
            context.Report(
                DiagnosticDescriptors.PiecesDoNotDivide, "factor", Header.Text, square, input.Channels, context.Source, input, input.Channels % square,
                "the factors " + string.Join(", ", factors));
            return null;
        }

        // The rows and columns of one output channel are those of the channels that it is made of.
        return input.With((int)(input.Channels / square), input.Height * Factor, input.Width * Factor);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
