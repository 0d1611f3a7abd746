using System.Globalization;
using CnnCompiler.Generator.Diagnostics;

namespace CnnCompiler.Generator.Shapes;

/// <summary>The output shape of pooling.</summary>
internal static class PoolRule
{
    public static Shape? Infer(ShapeContext context, string text, int size, int stride, int padding, int dilation, bool ceilMode)
    {
        // PyTorch's rule; without it a window without dilation could lie in the padding alone.
        if (padding > size / 2)
        {
            string most = (size / 2).ToString(CultureInfo.InvariantCulture);
            context.ReportFixable(
                DiagnosticDescriptors.PoolPadding, "Padding", [Remedy.Set(RemedyKinds.MostPadding, "Padding", most)], text, padding, size, most);
            return null;
        }

        var axis = new WindowAxis("Height", 0, size, stride, dilation, padding, Same: false, ceilMode);
        var rule = new WindowRule(text, "size", axis, axis with { Name = "Width" }, MaxPadding: size / 2, PerAxisKernel: false, PerAxisPadding: false, IsPool: true);
        return rule.Infer(context, context.Input.Channels);
    }
}
