using System;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Layers.Dropping;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.AlphaDropout;

internal sealed partial record AlphaDropoutLayer
{
    // Scale * alpha of Selu: the negative of what it gives far below 0.
    private const double Limit = 1.7580993408473766;

    // With it, and with the shift below, a variable of mean 0 and variance 1 keeps both (Klambauer et al. 2017, section 2).
    private double Scale => 1 / Math.Sqrt(((Limit * Limit * Rate) + 1) * (1 - Rate));

    public override bool IsIdentity(bool training) => !training || Rate == 0;

    public override void Forward(OperationContext c)
    {
        double kept = Limit * Scale * Rate, dropped = Limit * Scale * (Rate - 1);
        c.Run(new DropoutKernel(c.X, c.Y, c.Y, Rate, Scale, kept, dropped, c.Operation.Node, c.ForwardEpilogue, "X", "Y"), c.Input(), c.Output());
        if (c.Y.Channels % 16 != 0)
        {
            c.Run(new ClearPaddingKernel(c.Y), c.Output());
        }
    }
}
