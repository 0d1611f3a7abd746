using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator.Parsing;

/// <summary>
/// Typed access to the arguments of one attribute by name: a constructor parameter (<c>kernel</c>) or a property (<c>Stride</c>).
/// Nothing here throws on code that is being typed: what cannot be read gives the default and makes the attribute <see cref="IsBroken"/>.
/// </summary>
internal sealed class AttributeReader
{
    private readonly Dictionary<string, TypedConstant> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly List<DiagnosticInfo> _diagnostics;
    private readonly int _index;

    /// <param name="kind">The attribute's name without suffix.</param>
    /// <param name="index">What diagnostics name the attribute by (see <see cref="DiagnosticInfo.Attribute"/>).</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public AttributeReader(string kind, int index, AttributeData attribute, List<DiagnosticInfo> diagnostics)
    {
        Kind = kind;
        _index = index;
        _diagnostics = diagnostics;
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        IsBroken = attribute.AttributeConstructor is null || syntax is { ContainsDiagnostics: true };
        IsBroken |= !Collect(attribute, syntax);
        IsBroken |= _values.Values.Any(IsError);
        Text = IsBroken ? kind : AttributeText.Write(kind, syntax, _values, ConstructorParameters(attribute));
    }

    /// <summary>The attribute's name without suffix: <c>Conv</c>.</summary>
    public string Kind { get; }

    /// <summary>The attribute with evaluated arguments: <c>Conv(6, 5, Padding = 2)</c>.</summary>
    public string Text { get; }

    /// <summary>The attribute is not valid C#: the compiler reports that, and there is nothing to add.</summary>
    public bool IsBroken { get; }

    /// <summary>A mistake was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether the argument is written in the source.</summary>
    public bool IsWritten(string name) => _written.Contains(name);

    public bool Bool(string name, bool fallback) => Value(name) is bool value ? value : fallback;

    public string? String(string name) => Value(name) as string;

    public int Int(string name, int fallback) => Value(name) is int value ? value : fallback;

    /// <summary>An array of numbers; what is no number is left out.</summary>
    public int[] Ints(string name) => _values.TryGetValue(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, Values.IsDefault: false }
        ? [.. value.Values.Where(element => element.Kind == TypedConstantKind.Primitive).Select(element => element.Value).OfType<int>()]
        : [];

    /// <summary>A number of at least 1.</summary>
    public int Positive(string name, int fallback = 1) => AtLeast(1, name, fallback);

    /// <summary>A number of at least 0.</summary>
    public int NonNegative(string name, int fallback = 0) => AtLeast(0, name, fallback);

    /// <summary>A number that is neither infinite nor NaN.</summary>
    public double Finite(string name, double fallback) =>
        Checked(name, fallback, value => !double.IsNaN(value) && !double.IsInfinity(value), "a finite number");

    /// <summary>A finite number of at least 0.</summary>
    public double FiniteNonNegative(string name, double fallback) =>
        Checked(name, fallback, value => value >= 0 && !double.IsInfinity(value), "a finite number of at least 0");

    /// <summary>A number from 0 up to and including 1.</summary>
    public double Share(string name, double fallback) => Checked(name, fallback, value => value is >= 0 and <= 1, "from 0 to 1");

    /// <summary>A number from 0 up to, but not, 1.</summary>
    public double Rate(string name, double fallback) => Checked(name, fallback, value => value is >= 0 and < 1, "at least 0 and less than 1");

    /// <summary>Reports a mistake on an argument, or on the attribute where the argument is null.</summary>
    public void Report(DiagnosticDescriptor descriptor, string? argument, params object[] arguments)
    {
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        _diagnostics.Add(new DiagnosticInfo(descriptor, _index, argument, arguments));
    }

    /// <summary>What every layer attribute has.</summary>
    public LayerHeader Header()
    {
        string? name = String("Name");
        if (IsWritten("Name") && string.IsNullOrWhiteSpace(name))
        {
            Report(DiagnosticDescriptors.InvalidName, "Name", Text, "empty", "Write a name, or leave the option out");
        }

        double? scale = Optional("InitScale");
        double? bias = Optional("BiasInit");
        var scheme = (InitScheme)Int("Init", 0);
        if (!Enum.IsDefined(typeof(InitScheme), scheme))
        {
            Report(DiagnosticDescriptors.ArgumentOutOfRange, "Init", Text, "Init", "a value of the enumeration Init", Int("Init", 0));
        }
        else if (scale < 0 && scheme is not (InitScheme.Constant or InitScheme.Identity or InitScheme.Orthogonal))
        {
            Report(DiagnosticDescriptors.ArgumentOutOfRange, "InitScale", Text, "InitScale", "at least 0", AttributeText.Number(scale.Value));
        }

        return new LayerHeader(Kind, Text, _index, name, scheme, scale, bias, Bool("Frozen", false));
    }

    private static IReadOnlyList<string> ConstructorParameters(AttributeData attribute) =>
        attribute.AttributeConstructor is { } constructor ? constructor.Parameters.Select(parameter => parameter.Name).ToArray() : [];

    private static bool IsError(TypedConstant value) => value.Kind == TypedConstantKind.Error
        || (value is { Kind: TypedConstantKind.Array, Values.IsDefault: false } && value.Values.Any(IsError));

    private double? Optional(string name) => IsWritten(name) && Value(name) is double value && !double.IsNaN(value) ? Finite(name, value) : null;

    private object? Value(string name) =>
        _values.TryGetValue(name, out TypedConstant value) && value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum ? value.Value : null;

    private int AtLeast(int minimum, string name, int fallback)
    {
        int value = Int(name, fallback);
        if (value < minimum)
        {
            Report(DiagnosticDescriptors.ArgumentOutOfRange, name, Text, name, "at least " + minimum.ToString(CultureInfo.InvariantCulture), value);
            return fallback;
        }

        return value;
    }

    private double Checked(string name, double fallback, Func<double, bool> valid, string expected)
    {
        double value = Value(name) is double number ? number : fallback;
        if (!valid(value))
        {
            Report(DiagnosticDescriptors.ArgumentOutOfRange, name, Text, name, expected, AttributeText.Number(value));
            return fallback;
        }

        return value;
    }

    // False where the arguments and what the compiler made of them differ.
    private bool Collect(AttributeData attribute, AttributeSyntax? syntax)
    {
        IReadOnlyList<string> parameters = ConstructorParameters(attribute);
        for (int i = 0; i < parameters.Count && i < attribute.ConstructorArguments.Length; i++)
        {
            _values[parameters[i]] = attribute.ConstructorArguments[i];
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            _values[argument.Key] = argument.Value;
            _written.Add(argument.Key);
        }

        int position = 0, named = 0;
        foreach (AttributeArgumentSyntax argument in syntax?.ArgumentList?.Arguments ?? default)
        {
            if (argument.NameEquals is not null)
            {
                named++;
            }
            else if (argument.NameColon is { } colon)
            {
                _written.Add(colon.Name.Identifier.ValueText);
            }
            else if (position < parameters.Count)
            {
                _written.Add(parameters[position++]);
            }
        }

        // A property that does not exist is missing among the named arguments; one that is written twice is there once too often.
        return syntax is null || (named == attribute.NamedArguments.Length
            && attribute.NamedArguments.Select(argument => argument.Key).Distinct().Count() == named);
    }
}
