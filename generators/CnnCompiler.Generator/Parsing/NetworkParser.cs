using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Parsing;

/// <summary>Turns a class with a network attribute into a value. Roslyn symbols stop here.</summary>
internal static class NetworkParser
{
    /// <summary>The network that a class declares, or null where it has no network attribute.</summary>
    /// <param name="symbol">The class.</param>
    /// <param name="allowUnsafe">Whether the project allows pointers.</param>
    /// <param name="cancellationToken">Stops parsing.</param>
    public static ParsedNetwork? Parse(INamedTypeSymbol symbol, bool allowUnsafe, CancellationToken cancellationToken) =>
        Parse(symbol, allowUnsafe, out _, cancellationToken);

    /// <summary>The same, with the classes of the network's paths, which diagnostics are located by.</summary>
    /// <param name="symbol">The class.</param>
    /// <param name="allowUnsafe">Whether the project allows pointers.</param>
    /// <param name="paths">The classes in the order of <see cref="NetworkSpec.Paths"/>.</param>
    /// <param name="cancellationToken">Stops parsing.</param>
    public static ParsedNetwork? Parse(INamedTypeSymbol symbol, bool allowUnsafe, out IReadOnlyList<INamedTypeSymbol> paths, CancellationToken cancellationToken)
    {
        paths = [];
        if (symbol.TypeKind != TypeKind.Class)
        {
            return null; // The compiler says that the attribute is for classes only.
        }

        NetworkAttributes attributes = NetworkAttributes.Collect(symbol);
        if (attributes.Network is null)
        {
            return null;
        }

        var diagnostics = new List<DiagnosticInfo>();
        NetworkDeclaration? declaration = DeclarationParser.Parse(symbol, diagnostics, cancellationToken);
        if (!allowUnsafe)
        {
            diagnostics.Add(new DiagnosticInfo(DiagnosticDescriptors.UnsafeNotAllowed, DiagnosticInfo.OnNetwork, null, [symbol.Name]));
        }

        PathCollector collector = PathCollector.Collect(symbol, diagnostics, cancellationToken);
        paths = collector.Symbols;
        var network = new AttributeReader(collector.Read(attributes.Network), DiagnosticInfo.OnNetwork, ReadScope.Network, diagnostics);
        bool complete = collector.IsComplete && !network.IsBroken;
        Shape? input = network.IsBroken ? null : ParseInput(network);
        bool fullUnroll = ParseChoice(network, "Unroll", "Unroll"), bfloat16 = ParseChoice(network, "Weights", "WeightFormat");
        PathReader.Read(collector.Paths, diagnostics, cancellationToken);
        if (attributes.Layers.Count == 0 && complete && input is not null)
        {
            diagnostics.Add(new DiagnosticInfo(
                DiagnosticDescriptors.NoLayers, DiagnosticInfo.OnNetwork, null, [symbol.Name, input.Value]));
        }

        Loss? loss = ParseLoss(attributes.Losses, collector, diagnostics);
        bool valid = complete && loss is not null && !diagnostics.Any(diagnostic => diagnostic.IsError);
        NetworkSpec? spec = !valid || declaration is null || input is null ? null : new NetworkSpec(
            declaration.Namespace, declaration.Name, declaration.Accessibility, declaration.ContainingTypes, input.Value,
            fullUnroll, bfloat16, new EquatableArray<PathSpec>(collector.Paths), loss!)
        { FileName = declaration.FileName };
        return new ParsedNetwork(declaration, spec, new EquatableArray<DiagnosticInfo>(diagnostics));
    }

    // Whether an option of two values has the second one.
    private static bool ParseChoice(AttributeReader network, string option, string enumeration)
    {
        int value = network.Int(option, 0);
        if (value is not (0 or 1))
        {
            network.Report(DiagnosticDescriptors.ArgumentOutOfRange, option, network.Text, option, "a value of the enumeration " + enumeration, value);
        }

        return value == 1;
    }

    private static Shape? ParseInput(AttributeReader network)
    {
        int[] sizes = network.Ints("shape");
        if (sizes.Length is < 1 or > 3)
        {
            network.Report(DiagnosticDescriptors.InputRank, null, network.Text, sizes.Length);
            return null;
        }

        for (int i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] < 1)
            {
                network.Report(
                    DiagnosticDescriptors.InputDimension, "#" + i.ToString(CultureInfo.InvariantCulture), network.Text, sizes[i], i + 1);
                return null;
            }
        }

        if (SizeLimit.Count(sizes) is null)
        {
            network.Report(
                DiagnosticDescriptors.TooLarge, null, network.Text, "an input of " + string.Join("x", sizes) + " values", "Use a smaller input");
            return null;
        }

        return sizes.Length switch
        {
            1 => Shape.Features(sizes[0]),
            2 => Shape.Signal(sizes[0], sizes[1]),
            _ => Shape.Image(sizes[0], sizes[1], sizes[2]),
        };
    }

    private static Loss? ParseLoss(IReadOnlyList<AttributeData> attributes, PathCollector collector, List<DiagnosticInfo> diagnostics)
    {
        Loss? loss = attributes.Count == 0 ? new Loss(LossKind.CrossEntropy, 0) : null;
        string? first = null;
        for (int i = 0; i < attributes.Count; i++)
        {
            var reader = new AttributeReader(collector.Read(attributes[i]), DiagnosticInfo.OnLoss(i), ReadScope.Network, diagnostics);
            if (reader.IsBroken)
            {
                return null;
            }

            if (first is not null)
            {
                reader.Report(DiagnosticDescriptors.SeveralLosses, null, reader.Text, first);
                return null;
            }

            first = reader.Text;
            LossKind? known = reader.Kind switch
            {
                "CrossEntropyLoss" => LossKind.CrossEntropy,
                "NegativeLogLikelihoodLoss" => LossKind.NegativeLogLikelihood,
                "MeanSquaredErrorLoss" => LossKind.MeanSquaredError,
                "BinaryCrossEntropyLoss" => LossKind.BinaryCrossEntropy,
                _ => null,
            };
            if (known is null)
            {
                reader.Report(DiagnosticDescriptors.UnknownLayer, null, attributes[i].AttributeClass!.Name);
                return null;
            }

            loss = new Loss(known.Value, reader.Share("LabelSmoothing", 0));
        }

        return loss;
    }
}
