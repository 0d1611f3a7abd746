using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator.Parsing;

/// <summary>Reads what class a network is declared on, and reports classes that cannot have a generated part. Everything is reported on the network attribute.</summary>
internal static class DeclarationParser
{
    private static readonly System.Collections.Generic.HashSet<string> _generatedMembers = new(System.StringComparer.Ordinal)
    {
        "ParameterCount", "Macs", "PredictBytes", "GradientBytes", "Summary", "Share", "CompiledDefinition", "PreparePass", "PredictPass", "PrepareGradientPass", "GradientPass",
    };

    private static readonly SymbolDisplayFormat _nameFormat = new(miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat _namespaceFormat = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted, SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat _fileFormat = _namespaceFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The class, or null after reporting why it cannot be a network.</summary>
    public static NetworkDeclaration? Parse(INamedTypeSymbol symbol, List<DiagnosticInfo> diagnostics, CancellationToken cancellationToken)
    {
        int before = diagnostics.Count;
        if (!IsPartial(symbol, cancellationToken))
        {
            ReportNotPartial(DiagnosticDescriptors.NotPartial, symbol.Name);
        }

        var containers = new List<ContainingType>();
        foreach (INamedTypeSymbol type in Around(symbol))
        {
            if (!IsPartial(type, cancellationToken))
            {
                ReportNotPartial(DiagnosticDescriptors.ContainerNotPartial, type.Name, type.Name, Keyword(type));
            }

            containers.Insert(0, new ContainingType("partial " + Keyword(type) + " " + type.ToDisplayString(_nameFormat)));
        }

        if (new[] { symbol }.Concat(Around(symbol)).FirstOrDefault(type => type.TypeParameters.Length > 0) is { } generic)
        {
            Report(DiagnosticDescriptors.Generic, Refer(generic));
        }

        if (new[] { symbol }.Concat(Around(symbol)).FirstOrDefault(type => type.IsFileLocal) is { } local)
        {
            Report(DiagnosticDescriptors.FileScoped, Refer(local));
        }

        if (Oddity(symbol, cancellationToken) is { } oddity)
        {
            Report(DiagnosticDescriptors.NotOrdinaryClass, oddity.What, oddity.Remedy);
        }

        return diagnostics.Count > before ? null : new NetworkDeclaration(
            symbol.ContainingNamespace.IsGlobalNamespace ? "" : symbol.ContainingNamespace.ToDisplayString(_namespaceFormat),
            symbol.ToDisplayString(_nameFormat), SyntaxFacts.GetText(symbol.DeclaredAccessibility),
            new EquatableArray<ContainingType>(containers), FileName(symbol));

        void Report(DiagnosticDescriptor descriptor, params object[] arguments) => diagnostics.Add(
            new DiagnosticInfo(descriptor, DiagnosticInfo.OnNetwork, null, [symbol.Name, .. arguments]));

        // All declarations of a type are partial or none is, so the one around the attribute is meant.
        void ReportNotPartial(DiagnosticDescriptor descriptor, string type, params object[] arguments) => diagnostics.Add(
            new DiagnosticInfo(descriptor, DiagnosticInfo.OnNetwork, null, [symbol.Name, .. arguments])
                .WithRemedies([Remedy.Set(RemedyKinds.Partial, "", type)]));

        string Refer(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, symbol) ? "it" : Keyword(type) + " " + type.Name;
    }

    // The analyzer sees the class with its generated parts.
    private static bool IsWritten(ISymbol member) => member.DeclaringSyntaxReferences.Any(reference =>
        !reference.SyntaxTree.FilePath.EndsWith(".g.cs", System.StringComparison.OrdinalIgnoreCase));

    private static (string What, string Remedy)? Oddity(INamedTypeSymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.IsRecord)
        {
            return ("is a record", "Write class instead of record");
        }

        if (symbol.IsStatic || symbol.IsAbstract)
        {
            string modifier = symbol.IsStatic ? "static" : "abstract";
            return ("is " + modifier, "Remove " + modifier);
        }

        if (symbol.BaseType is { TypeKind: not TypeKind.Error, SpecialType: not SpecialType.System_Object } type
            && NetworkAttributes.FullName(type) != "CnnCompiler.Network")
        {
            return ("derives from " + type.Name, "Remove the base class: it will be CnnCompiler.Network");
        }

        if (_generatedMembers.Contains(symbol.Name))
        {
            return ("has the name of one of its generated members", "Choose another name");
        }

        if (symbol.GetMembers().FirstOrDefault(member => _generatedMembers.Contains(member.Name) && IsWritten(member)) is { } taken)
        {
            return ("declares " + taken.Name + ", which is the name of a generated member", "Rename " + taken.Name);
        }

        if (symbol.InstanceConstructors.FirstOrDefault(constructor => IsWritten(constructor) && HidesGenerated(constructor, cancellationToken)) is not null)
        {
            return ("declares a constructor that does not call the generated one", "Let it call this(options), with NetworkOptions, or remove it");
        }

        bool parameters = symbol.DeclaringSyntaxReferences
            .Any(reference => reference.GetSyntax(cancellationToken) is ClassDeclarationSyntax { ParameterList: not null });
        return parameters ? ("has a primary constructor", "Remove its parameter list") : null;
    }

    // The generated constructor takes options; another one has to call it.
    private static bool HidesGenerated(IMethodSymbol constructor, CancellationToken cancellationToken) => constructor.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellationToken) is ConstructorDeclarationSyntax { Initializer: var initializer }
        && (initializer is null || (constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.Name == "NetworkOptions")));

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    private static bool IsPartial(INamedTypeSymbol symbol, CancellationToken cancellationToken) => symbol.DeclaringSyntaxReferences
        .Any(reference => reference.GetSyntax(cancellationToken) is BaseTypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
        TypeKind.Interface => "interface",
        _ => type.IsRecord ? "record" : "class",
    };

    // A class inside another one is written as the runtime writes it, with a plus: Net+Predict beside the part Net.Predict of its container.
    private static string FileName(INamedTypeSymbol symbol)
    {
        string types = string.Join("+", Around(symbol).Reverse().Append(symbol).Select(type => type.MetadataName));
        string full = symbol.ContainingNamespace.IsGlobalNamespace ? types : symbol.ContainingNamespace.ToDisplayString(_fileFormat) + "." + types;
        var name = new StringBuilder(full);
        for (int i = 0; i < name.Length; i++)
        {
            // File names take fewer characters than identifiers; two names that differ only there or in case get different numbers.
            if (!char.IsLetterOrDigit(name[i]) && name[i] is not ('.' or '_' or '`' or '+'))
            {
                name[i] = '-';
            }
        }

        return HasTwin(symbol) || name.ToString().IndexOf('-') >= 0 ? name + "-" + Fingerprint(full) : name.ToString();
    }

    // Whether the class, or a class or namespace around it, has a neighbour whose name differs in case alone.
    private static bool HasTwin(INamedTypeSymbol symbol)
    {
        for (INamespaceOrTypeSymbol inner = symbol; inner is not INamespaceSymbol { IsGlobalNamespace: true };)
        {
            INamespaceOrTypeSymbol scope = inner.ContainingType ?? (INamespaceOrTypeSymbol)inner.ContainingNamespace;
            if (scope.GetMembers().OfType<INamespaceOrTypeSymbol>().Any(other => other.MetadataName != inner.MetadataName
                && string.Equals(other.MetadataName, inner.MetadataName, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            inner = scope;
        }

        return false;
    }

    private static string Fingerprint(string name)
    {
        uint hash = 2166136261;
        foreach (char letter in name)
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return hash.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
    }
}
