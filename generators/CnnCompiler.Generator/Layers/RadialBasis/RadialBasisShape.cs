using System.Collections.Generic;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.RadialBasis;

internal sealed partial record RadialBasisLayer
{
    public override Shape? Infer(ShapeContext context) => Shape.Features(Units);

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) =>
        [new("weight", new EquatableArray<int>([Units, (int)input.Size]), FirstValues.Weight(Header, input.Size, Units))];

    public override long Macs(Shape input, Shape output) => input.Size * Units;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) => null;
}
