using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.ContrastNorm;

internal sealed partial record ContrastNormLayer
{
    public override Shape? Infer(ShapeContext context)
    {
        switch (context.Input.Rank)
        {
            case 3:
                return context.Input;
            case 2:
                context.Report(
                    DiagnosticDescriptors.ImageOptionOnSignal, null, Header.Text, "its window", context.Source, context.Input, "Use InstanceNorm or LocalResponseNorm");
                return null;
            default:
                context.Report(
                    DiagnosticDescriptors.WrongRank, null, Header.Text, "channels x height x width", context.Source, context.Input.Channels,
                    "Put it before the layer that makes features, or remove it");
                return null;
        }
    }

    // The mean reads the window around a position, the deviation that around each position of the window.
    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input)
    {
        int height = (int)System.Math.Min((2L * Size) - 1, (2L * input.Height) - 1), width = (int)System.Math.Min((2L * Size) - 1, (2L * input.Width) - 1);
        return (height, width, 1, 1);
    }
}
