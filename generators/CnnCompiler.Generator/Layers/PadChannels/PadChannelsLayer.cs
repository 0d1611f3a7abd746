using System.Globalization;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.PadChannels;

/// <summary>
/// A shortcut without parameters (He et al. 2015, option A): positions 0, s, 2s, .. per axis, s being the smallest step that gives the target's size, and zero
/// channels at the end.
/// </summary>
internal sealed record PadChannelsLayer(LayerHeader Header, Shape Target) : Layer(Header)
{
    public override Shape? Infer(ShapeContext context)
    {
        string? reason = Target.Rank != context.Input.Rank ? "the number of dimensions changes"
            : Target.Channels < context.Input.Channels ? "it has fewer channels"
            : Step(context.Input.Height, Target.Height) is null ? Sizes(context.Input.Height, Target.Height)
            : Step(context.Input.Width, Target.Width) is null ? Sizes(context.Input.Width, Target.Width)
            : null;
        if (reason is not null)
        {
            context.Report(DiagnosticDescriptors.CannotPadChannels, null, Header.Text, context.Input, Target, reason);
            return null;
        }

        return Target;
    }

    public override (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) =>
        (1, 1, Step(input.Height, Target.Height) ?? 1, Step(input.Width, Target.Width) ?? 1);

    public override void Forward(OperationContext c) => c.Run(
        new PadChannelsKernel(c.X, c.Y, StepHeight(c), StepWidth(c), c.ForwardEpilogue), c.Input(), c.Output());

    public override void Backward(OperationContext c)
    {
        if (c.NeedsInputGradient)
        {
            c.StoreInputGradient(new PadChannelsGradientKernel(c.DY, c.DX, c.X, StepHeight(c), StepWidth(c), c.GradientEpilogue), c.OutputGradient());
        }
    }

    private int StepHeight(OperationContext c) => Step(c.X.Height, Target.Height)!.Value;

    private int StepWidth(OperationContext c) => Step(c.X.Width, Target.Width)!.Value;

    private static int? Step(int size, int target)
    {
        for (int step = 1; step <= size; step++)
        {
            int count = (size + step - 1) / step;
            if (count <= target)
            {
                return count == target ? step : null;
            }
        }

        return null;
    }

    private static string Sizes(int size, int target) => string.Format(CultureInfo.InvariantCulture, "no step takes {0} of {1} positions", target, size);
}
