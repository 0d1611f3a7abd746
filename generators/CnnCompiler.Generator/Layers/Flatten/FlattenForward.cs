using System;
using CnnCompiler.Generator.Layers.Dense;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Flatten;

internal sealed partial record FlattenLayer
{
    // Dense weights are packed in the order in which the map lies in memory.
    public override Func<Layer, bool>? IsIdentityBefore(Shape input) => reader => reader is DenseLayer;

    public override void Forward(OperationContext context) =>
        context.Run(new FlattenKernel(context.X, context.Y, context.ForwardEpilogue), context.Input(), context.Output());
}
