using System.Collections.Generic;
using CnnCompiler.Generator.Layers.UnsharedConv;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.TiledConv;

internal sealed partial record TiledConvLayer
{
    public override Shape? Infer(ShapeContext context) => UnsharedRule.Infer(context, Header.Text, Filters, Kernel, Stride, Padding);

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) => UnsharedRule.Parameters(Header, input, Geometry(input, output), Bias);

    public override long Macs(Shape input, Shape output) => output.Size * input.Channels * Geometry(input, output).Window.Taps;

    public override int? MostPadding => int.MaxValue;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input)
    {
        Window window = UnsharedRule.Window(input, Kernel, Stride, Padding);
        return (window.ExtentHeight, window.ExtentWidth, window.StrideHeight, window.StrideWidth);
    }

    private UnsharedGeometry Geometry(Shape input, Shape output) =>
        new(input, output, UnsharedRule.Window(input, Kernel, Stride, Padding), input.Rank == 3 ? Tile : 1, Tile);
}
