using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.ZeroPad;

internal sealed partial record ZeroPadLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        if (!RankRule.HasPositions(context, Header.Text))
        {
            return null;
        }

        Shape input = context.Input;
        long height = input.Rank == 3 ? input.Height + (2L * Padding) : 1, width = input.Width + (2L * Padding);
        return SizeLimit.CheckAxes(context, Header.Text, height, width, "Use a smaller padding") ? input.With(input.Channels, (int)height, (int)width) : null;
    }
}
