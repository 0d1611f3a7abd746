using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Upsample;

internal sealed partial record UpsampleLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        if (!RankRule.HasPositions(context, Header.Text))
        {
            return null;
        }

        Shape input = context.Input;
        long height = input.Rank == 3 ? (long)input.Height * Factor : 1, width = (long)input.Width * Factor;
        return SizeLimit.CheckAxes(context, Header.Text, height, width, "Use a smaller factor") ? input.With(input.Channels, (int)height, (int)width) : null;
    }

    // Of the input positions; what lies between them sees no more than its neighbours.
    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) => Scheme == UpsampleScheme.Nearest || Factor == 1
        ? (1, 1, 1, 1)
        : (input.Height > 1 ? 2 : 1, input.Width > 1 ? 2 : 1, 1, 1);
}
