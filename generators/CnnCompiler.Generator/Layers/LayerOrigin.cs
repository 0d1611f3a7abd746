using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Layers;

/// <summary>The uses that lead to a path, and the place of the outermost one: what goes wrong inside is reported there.</summary>
/// <param name="Path">The path that the outermost <c>Use</c> stands on.</param>
/// <param name="Attribute">Its index among the layer attributes of that class.</param>
/// <param name="Text">All of them with arguments: <c>Use&lt;Stage&gt;(4, 2) > Use&lt;Unit&gt;(8, 1)</c>.</param>
internal sealed record UseChain(int Path, int Attribute, string Text);

/// <summary>Where a layer comes from.</summary>
/// <param name="Path">The class that its attribute stands on: an index into the network's paths, 0 for the network itself.</param>
/// <param name="PathName">That class's name, or null for the network itself.</param>
/// <param name="Chain">The uses that lead there, or null.</param>
internal sealed record LayerOrigin(int Path, string? PathName, UseChain? Chain)
{
    /// <summary>The network's own class.</summary>
    public static readonly LayerOrigin Network = new(0, null, null);

    /// <summary>A diagnostic about an attribute of this path.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="attribute">What names the attribute (see <see cref="DiagnosticInfo.Attribute"/>).</param>
    /// <param name="text">The attribute as messages write it.</param>
    /// <param name="argument">The argument at fault, or null.</param>
    /// <param name="arguments">What the rule's message takes.</param>
    public DiagnosticInfo Report(DiagnosticDescriptor descriptor, int attribute, string text, string? argument, object[] arguments)
    {
        if (Chain is null)
        {
            return new DiagnosticInfo(descriptor, attribute, argument, arguments) { Path = Path };
        }

        string named = text + " in " + Chain.Text;
        bool isNamed = arguments.Any(a => Equals(a, text));
        object[] chained = [.. arguments.Select((a, i) => Equals(a, text) ? named : !isNamed && i == 0 ? a + " in " + Chain.Text : a)];
        return new DiagnosticInfo(descriptor, Chain.Attribute, argument, chained) { Path = Chain.Path, Inner = new AttributePlace(Path, attribute) };
    }
}
