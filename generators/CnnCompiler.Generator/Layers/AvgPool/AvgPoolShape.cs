using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

internal sealed partial record AvgPoolLayer
{
    public override Shape? Infer(ShapeContext context) => PoolRule.Infer(context, Header.Text, Size, Stride, Padding, 1, CeilMode);

    public override int? MostPadding => Size / 2;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input)
    {
        Window window = Window(input);
        return (window.ExtentHeight, window.ExtentWidth, window.StrideHeight, window.StrideWidth);
    }
}
