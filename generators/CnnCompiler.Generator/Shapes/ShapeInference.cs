using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Shapes;

/// <summary>Asks a layer for its output shape. One mistake gives one error: nothing is computed from a missing shape.</summary>
internal static class ShapeInference
{
    /// <summary>What messages call the network's input.</summary>
    public const string InputSource = "the network's input";

    /// <summary>The output shape of a layer, or null after reporting an error.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The shapes of its inputs.</param>
    /// <param name="sources">What gives them, as messages name it.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public static Shape? Infer(Layer layer, IReadOnlyList<Shape> inputs, IReadOnlyList<string> sources, List<DiagnosticInfo> diagnostics)
    {
        var context = new ShapeContext(inputs, sources, layer.Header, diagnostics);
        return layer.Infer(context) is { } shape && SizeLimit.Check(context, layer, shape) ? shape : null;
    }

    /// <summary>A layer as messages name it: <c>layer 4 MaxPool(2)</c>, in a block or branch with its class.</summary>
    public static string Describe(Layer layer) => "layer " + (layer.Header.Index + 1).ToString(CultureInfo.InvariantCulture)
        + (layer.Header.Origin.PathName is { } path ? " of " + path + ", " : " ") + layer.Header.Text;
}
