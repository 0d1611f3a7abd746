using System.Collections.Generic;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Shapes;

/// <summary>What a layer's shape rule sees: the shapes of its inputs, what gave them, and where to report.</summary>
internal sealed class ShapeContext(IReadOnlyList<Shape> inputs, IReadOnlyList<string> sources, LayerHeader header, List<DiagnosticInfo> diagnostics)
{
    /// <summary>The shape of the first (for most layers the only) input.</summary>
    public Shape Input => inputs[0];

    public IReadOnlyList<Shape> Inputs => inputs;

    /// <summary>What gives the first input, as messages name it: <c>layer 4 MaxPool(2)</c> or <c>the network's input</c>.</summary>
    public string Source => sources[0];

    /// <summary>What gives each input.</summary>
    public IReadOnlyList<string> Sources => sources;

    /// <summary>Reports on the layer's attribute, or on one of its arguments where that is at fault.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="argument">The name of the argument at fault (as the attribute's constructor or property spells it), or null.</param>
    /// <param name="arguments">What the rule's message takes.</param>
    public void Report(DiagnosticDescriptor descriptor, string? argument, params object[] arguments) =>
        diagnostics.Add(header.Report(descriptor, argument, arguments));

    /// <summary>The layer's attribute.</summary>
    public LayerHeader Header => header;

    /// <summary>Reports a mistake that code fixes can repair.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="argument">The name of the argument at fault, or null.</param>
    /// <param name="remedies">The repairs, the best one first.</param>
    /// <param name="arguments">What the rule's message takes.</param>
    public void ReportFixable(DiagnosticDescriptor descriptor, string? argument, IEnumerable<Remedy> remedies, params object[] arguments) =>
        diagnostics.Add(header.Report(descriptor, argument, arguments).WithRemedies(remedies));
}
