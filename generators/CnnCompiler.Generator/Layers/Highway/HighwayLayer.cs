using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Highway;

/// <summary>gate * main + (1 - gate) * x. Inputs: main, gate, x.</summary>
internal sealed record HighwayLayer(LayerHeader Header) : Layer(Header)
{
    /// <summary>What code fixes offer where shapes differ.</summary>
    public EquatableArray<Remedy> Fixes { get; init; }

    private const int Main = 0, Gate = 1, Carried = 2;

    public override Shape? Infer(ShapeContext context) => EqualShapes.Check(context, Header.Text, "Let both paths keep the shape of their input", Fixes);

    public override void Forward(OperationContext c) => c.Run(
        new HighwayForwardKernel(c.XOf(Main), c.XOf(Gate), c.XOf(Carried), c.Y, c.ForwardEpilogue),
        c.InputOf(Main, "X"), c.InputOf(Gate, "X2"), c.InputOf(Carried, "X3"), c.Output());

    public override void Backward(OperationContext c)
    {
        foreach (HighwayPart part in new[] { HighwayPart.Main, HighwayPart.Gate, HighwayPart.Carried })
        {
            int input = (int)part;
            if (!c.NeedsGradientOf(input))
            {
                continue;
            }

            var kernel = new HighwayGradientKernel(
                part, c.DY, c.XOf(Main), c.XOf(Gate), c.XOf(Carried), c.DXOf(input), c.XOf(input), c.GradientEpilogueOf(input));
            if (part == HighwayPart.Gate)
            {
                c.StoreInputGradient(input, kernel, c.OutputGradient(), c.InputOf(Main, "X"), c.InputOf(Carried, "X3"));
            }
            else
            {
                c.StoreInputGradient(input, kernel, c.OutputGradient(), c.InputOf(Gate, "X3"));
            }
        }
    }
}
