using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Maxout;

internal sealed partial record MaxoutLayer
{
    private const string Switches = "switches";

    public override bool IsIdentity(bool training) => Pieces == 1;

    public override void Forward(OperationContext c)
    {
        var kernel = new MaxoutForwardKernel(c.X, c.Y, Pieces, c.ForwardEpilogue, c.Training);
        if (!c.Training)
        {
            c.Run(kernel, c.Input(), c.Output());
            return;
        }

        Tensor switches = c.PerSample(Switches, (long)c.Y.Planes * c.Y.Height * c.Y.Width * 16);
        c.Operation.Kept[Switches] = switches;
        c.Run(kernel, c.Input(), c.Output(), new("Switches", switches, true));
    }
}
