using System.Collections.Generic;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Dense;

internal sealed partial record DenseLayer
{
    public override Shape? Infer(ShapeContext context) => Shape.Features(Units);

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output)
    {
        var weight = new ParameterSpec("weight", new EquatableArray<int>([Units, (int)input.Size]), FirstValues.Weight(Header, input.Size, Units)) { IsFilters = true };
        List<ParameterSpec> parameters = WeightNorm ? WeightNormSteps.Parameters(weight) : [weight];
        if (Bias)
        {
            parameters.Add(new("bias", new EquatableArray<int>([Units]), FirstValues.Bias(Header, input.Size)));
        }

        return parameters;
    }

    public override long Macs(Shape input, Shape output) => input.Size * Units;

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) => null;
}
