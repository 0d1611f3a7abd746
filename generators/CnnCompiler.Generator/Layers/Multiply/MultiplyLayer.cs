using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Multiply;

/// <summary>The product of two tensors of one shape.</summary>
internal sealed record MultiplyLayer(LayerHeader Header) : Layer(Header)
{
    /// <summary>What code fixes offer where shapes differ.</summary>
    public EquatableArray<Remedy> Fixes { get; init; }

    public override Shape? Infer(ShapeContext context) => EqualShapes.Check(context, Header.Text, "Give both paths the same shape", Fixes);

    public override void Forward(OperationContext c) =>
        c.Run(new MultiplyKernel(c.XOf(0), c.XOf(1), c.Y, c.Y, c.ForwardEpilogue, "X", "X3", "Y"), c.InputOf(0, "X"), c.InputOf(1, "X3"), c.Output());

    public override void Backward(OperationContext c)
    {
        for (int i = 0; i < 2; i++)
        {
            if (c.NeedsGradientOf(i))
            {
                c.StoreInputGradient(
                    i, new MultiplyKernel(c.DY, c.XOf(1 - i), c.DXOf(i), c.XOf(i), c.GradientEpilogueOf(i), "DY", "X3", "DX"), c.OutputGradient(), c.InputOf(1 - i, "X3"));
            }
        }
    }
}
