using System.Collections.Generic;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

internal sealed partial record PositionalNormLayer
{
    private const string Statistics = "statistics";

    public override void Forward(OperationContext c)
    {
        List<Binding> bindings = [c.Input(), c.Output()];
        if (Affine)
        {
            bindings.AddRange([c.Parameter("W", "weight"), c.Parameter("Bias", "bias")]);
        }

        if (c.Training)
        {
            Tensor statistics = c.PerSample(Statistics, PositionalStatistics.Floats(c.X));
            c.Operation.Kept[Statistics] = statistics;
            bindings.Add(new("Mean", statistics, true));
        }

        c.Run(new PositionalNormKernel(c.X, c.Y, Epsilon, Affine, c.Training, c.ForwardEpilogue), bindings.ToArray());
    }
}
