using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Concat;

/// <summary>The channels of two or more tensors one after the other.</summary>
internal sealed record ConcatLayer(LayerHeader Header) : Layer(Header)
{
    /// <summary>What code fixes offer where positions differ.</summary>
    public EquatableArray<Remedy> Fixes { get; init; }

    public override Shape? Infer(ShapeContext context)
    {
        Shape first = context.Input;
        long channels = 0;
        for (int i = 0; i < context.Inputs.Count; i++)
        {
            Shape shape = context.Inputs[i];
            if ((shape.Rank, shape.Height, shape.Width) != (first.Rank, first.Height, first.Width))
            {
                context.ReportFixable(DiagnosticDescriptors.CannotConcatenate, null, Fixes, Header.Text, context.Source, first, context.Sources[i], shape);
                return null;
            }

            channels += shape.Channels;
        }

        if (channels * first.Positions > int.MaxValue)
        {
            context.Report(
                DiagnosticDescriptors.TooLarge, null, Header.Text, "an output of " + channels.ToString(System.Globalization.CultureInfo.InvariantCulture) + " channels",
                "Use fewer channels or a larger stride");
            return null;
        }

        return first.With((int)channels, first.Height, first.Width);
    }

    public override void Forward(OperationContext c)
    {
        int first = 0;
        for (int i = 0; i < c.Inputs; i++)
        {
            if (!c.IsInPlace(i, first))
            {
                c.Run(new ConcatCopyKernel(c.XOf(i), c.Y, first), c.InputOf(i, "X"), c.Output());
            }

            first += c.XOf(i).Channels;
        }

        if (!c.ForwardEpilogue.Activation.IsNone)
        {
            c.Run(new MapKernel(c.Y, c.Y, c.Y, c.ForwardEpilogue, "X", "Y"), c.OutputRead("X"), c.Output());
        }
    }

    public override void Backward(OperationContext c)
    {
        int first = 0;
        for (int i = 0; i < c.Inputs; i++)
        {
            if (!c.FindsGradient(i, first))
            {
                c.StoreInputGradient(i, new ConcatGradientKernel(c.DY, c.DXOf(i), c.XOf(i), first, c.GradientEpilogueOf(i)), c.OutputGradient());
            }

            first += c.XOf(i).Channels;
        }
    }
}
