using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
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
    public static ParsedNetwork? Parse(INamedTypeSymbol symbol, bool allowUnsafe, CancellationToken cancellationToken)
    {
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

        bool complete = !attributes.HasUnresolved;
        var network = new AttributeReader("Network", DiagnosticInfo.OnNetwork, attributes.Network, diagnostics);
        complete &= !network.IsBroken;
        Shape? input = network.IsBroken ? null : ParseInput(network);
        ReportScatteredLayers(symbol, attributes, diagnostics);
        var layers = new List<Layer>();
        for (int i = 0; i < attributes.Layers.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            complete &= ParseLayer(attributes.Layers[i], i, layers, diagnostics);
        }

        if (attributes.Layers.Count == 0 && complete && input is not null)
        {
            diagnostics.Add(new DiagnosticInfo(
                DiagnosticDescriptors.NoLayers, DiagnosticInfo.OnNetwork, null, [symbol.Name, input.Value]));
        }

        Loss? loss = ParseLoss(attributes.Losses, diagnostics);
        bool valid = complete && loss is not null && !diagnostics.Any(diagnostic => diagnostic.IsError);
        NetworkSpec? spec = !valid || declaration is null || input is null ? null : new NetworkSpec(
            declaration.Namespace, declaration.Name, declaration.Accessibility, declaration.ContainingTypes, input.Value,
            network.Int("Unroll", 0) == 1, new EquatableArray<Layer>(layers), loss!)
        { FileName = declaration.FileName };
        return new ParsedNetwork(declaration, spec, new EquatableArray<DiagnosticInfo>(diagnostics));
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

    // False where the attribute is not valid C#, which the compiler reports.
    private static bool ParseLayer(AttributeData attribute, int index, List<Layer> layers, List<DiagnosticInfo> diagnostics)
    {
        string attributeName = NetworkAttributes.FullName(attribute.AttributeClass!);
        if (LayerCatalog.Find(attributeName) is not { } kind)
        {
            diagnostics.Add(new DiagnosticInfo(DiagnosticDescriptors.UnknownLayer, index, null, [attributeName]));
            return true;
        }

        var reader = new AttributeReader(kind.Name, index, attribute, diagnostics);
        if (!reader.IsBroken)
        {
            layers.Add(kind.Parse(reader));
        }

        return !reader.IsBroken;
    }

    private static Loss? ParseLoss(IReadOnlyList<AttributeData> attributes, List<DiagnosticInfo> diagnostics)
    {
        Loss? loss = attributes.Count == 0 ? new Loss(LossKind.CrossEntropy, 0) : null;
        string? first = null;
        for (int i = 0; i < attributes.Count; i++)
        {
            string name = attributes[i].AttributeClass!.Name;
            string kind = name.Substring(0, name.Length - "Attribute".Length);
            var reader = new AttributeReader(kind, DiagnosticInfo.OnLoss(i), attributes[i], diagnostics);
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
            LossKind? known = kind switch
            {
                "CrossEntropyLoss" => LossKind.CrossEntropy,
                "NegativeLogLikelihoodLoss" => LossKind.NegativeLogLikelihood,
                "MeanSquaredErrorLoss" => LossKind.MeanSquaredError,
                "BinaryCrossEntropyLoss" => LossKind.BinaryCrossEntropy,
                _ => null,
            };
            if (known is null)
            {
                reader.Report(DiagnosticDescriptors.UnknownLayer, null, name);
                return null;
            }

            loss = new Loss(known.Value, reader.Share("LabelSmoothing", 0));
        }

        return loss;
    }

    private static void ReportScatteredLayers(INamedTypeSymbol symbol, NetworkAttributes attributes, List<DiagnosticInfo> diagnostics)
    {
        SyntaxNode? first = Declaration(attributes.Layers.FirstOrDefault());
        for (int i = 1; i < attributes.Layers.Count; i++)
        {
            if (Declaration(attributes.Layers[i]) != first)
            {
                string name = attributes.Layers[i].AttributeClass!.Name;
                diagnostics.Add(new DiagnosticInfo(
                    DiagnosticDescriptors.LayersOnSeveralDeclarations, i, null, [name.Replace("Attribute", ""), symbol.Name]));
                return;
            }
        }
    }

    // The attribute's list and the declaration around it.
    private static SyntaxNode? Declaration(AttributeData? attribute) => attribute?.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent;
}
