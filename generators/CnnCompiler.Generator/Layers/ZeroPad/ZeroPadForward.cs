using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ZeroPad;

internal sealed partial record ZeroPadLayer
{
    public override bool IsIdentity(bool training) => Padding == 0;

    public override void Forward(OperationContext c) =>
        c.Run(new ZeroPadKernel(c.X, c.Y, Rows(c), Padding, c.ForwardEpilogue), c.Input(), c.Output());

    // A signal has no rows to pad.
    private int Rows(OperationContext c) => c.Operation.Input.Shape.Rank == 3 ? Padding : 0;
}
