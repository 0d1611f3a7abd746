using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Add;

/// <summary>The sum of two or more tensors of one shape.</summary>
/// <param name="Header">The attribute that asks for it.</param>
/// <param name="Remedy">What to do where shapes differ.</param>
internal sealed record AddLayer(LayerHeader Header, string Remedy) : Layer(Header)
{
    /// <summary>What code fixes offer there.</summary>
    public EquatableArray<Remedy> Fixes { get; init; }

    public override Shape? Infer(ShapeContext context) => EqualShapes.Check(context, Header.Text, Remedy, Fixes);

    public override bool WritesOver => true;

    // Tensors are added one after the other into the output; the last step applies a fused activation.
    public override void Forward(OperationContext c)
    {
        for (int i = 1; i < c.Inputs; i++)
        {
            bool isLast = i == c.Inputs - 1;
            c.Run(
                new AddKernel(i == 1 ? c.XOf(0) : c.Y, c.XOf(i), c.Y, isLast ? c.ForwardEpilogue : Emission.Tiles.Epilogue.None),
                i == 1 ? c.InputOf(0, "X") : c.OutputRead("X"), c.InputOf(i, "X2"), c.Output());
        }
    }

    public override void Backward(OperationContext c)
    {
        for (int i = 0; i < c.Inputs; i++)
        {
            if (!c.FindsGradient(i, 0))
            {
                c.StoreInputGradient(i, new MapKernel(c.DY, c.DXOf(i), c.XOf(i), c.GradientEpilogueOf(i), "DY", "DX"), c.OutputGradient());
            }
        }
    }
}
