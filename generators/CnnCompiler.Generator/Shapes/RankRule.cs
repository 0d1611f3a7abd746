using CnnCompiler.Generator.Diagnostics;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Layers that work on positions do not take features.</summary>
internal static class RankRule
{
    /// <summary>Reports an input without positions.</summary>
    /// <param name="context">The layer's input.</param>
    /// <param name="text">The layer as written.</param>
    public static bool HasPositions(ShapeContext context, string text)
    {
        if (context.Input.Rank > 1)
        {
            return true;
        }

        bool first = context.Source == ShapeInference.InputSource;
        context.Report(
            DiagnosticDescriptors.WrongRank, null, text, "channels x length or channels x height x width", context.Source, context.Input.Channels,
            first ? "Write the input as [Network(channels, length)] or [Network(channels, height, width)]" : "Put it before the layer that makes features, or remove it");
        return false;
    }
}
