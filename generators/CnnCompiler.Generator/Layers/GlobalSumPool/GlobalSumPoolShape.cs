using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.GlobalSumPool;

internal sealed partial record GlobalSumPoolLayer
{
    public override Shape? Infer(ShapeContext context) =>
        RankRule.HasPositions(context, Header.Text) ? Shape.Features(context.Input.Channels) : null;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) => null;
}
