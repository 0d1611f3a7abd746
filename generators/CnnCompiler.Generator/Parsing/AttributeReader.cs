using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Parsing;

/// <summary>
/// Typed access to the arguments of one attribute by name: a constructor parameter (<c>kernel</c>) or a property (<c>Stride</c>).
/// Nothing here throws on code that is being typed: what cannot be read gives the default and makes the attribute <see cref="IsBroken"/>.
/// </summary>
internal sealed class AttributeReader
{
    private readonly Dictionary<string, ConstantValue[]> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);
    private readonly List<DiagnosticInfo> _diagnostics;
    private readonly ReadScope _scope;
    private readonly AttributeSpec _attribute;
    private readonly int _index;

    /// <param name="attribute">The attribute.</param>
    /// <param name="index">What diagnostics name the attribute by (see <see cref="DiagnosticInfo.Attribute"/>).</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public AttributeReader(AttributeSpec attribute, int index, ReadScope scope, List<DiagnosticInfo> diagnostics)
    {
        (_attribute, _index, _scope, _diagnostics) = (attribute, index, scope, diagnostics);
        Text = attribute.Kind;
        IsBroken = attribute.IsBroken;
        if (!IsBroken && Evaluate())
        {
            Text = AttributeText.Write(attribute, _values);
        }
    }

    /// <summary>The attribute's name without suffix: <c>Conv</c>.</summary>
    public string Kind => _attribute.Kind;

    /// <summary>The paths that it names as type arguments: indices into the network's paths.</summary>
    public IReadOnlyList<int> Paths => _attribute.Paths;

    /// <summary>What diagnostics name the attribute by.</summary>
    public int Index => _index;

    /// <summary>The attribute with evaluated arguments: <c>Conv(6, 5, Padding = 2)</c>.</summary>
    public string Text { get; }

    /// <summary>There is no value to read: the attribute is not valid C#, which the compiler reports, or it was reported here.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A mistake was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether the argument is written in the source.</summary>
    public bool IsWritten(string name) => _written.Contains(name);

    public bool Bool(string name, bool fallback) => Value(name) is bool value ? value : fallback;

    public string? String(string name) => Value(name) as string;

    public int Int(string name, int fallback) => Value(name) is int value ? value : fallback;

    /// <summary>An array of numbers; what is no number is left out.</summary>
    public int[] Ints(string name) => [.. Values(name).Select(element => element.Value).OfType<int>()];

    /// <summary>An array of anything.</summary>
    public IReadOnlyList<ConstantValue> Values(string name) => _values.TryGetValue(name, out ConstantValue[]? values) ? values : [];

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
        _diagnostics.Add(_scope.Origin.Report(descriptor, _index, Text, argument, arguments));
    }

    /// <summary>What every layer attribute has.</summary>
    public LayerHeader Header()
    {
        string? name = String("Name");
        if (IsWritten("Name") && string.IsNullOrWhiteSpace(name))
        {
            Report(DiagnosticDescriptors.InvalidName, "Name", Text, "empty", "Write a name, or leave the option out");
        }
        else if (name is not null && !name.All(IsPrintable))
        {
            Report(DiagnosticDescriptors.InvalidName, "Name", Text, "not printable", "Write letters, digits, dots and underscores");
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

        return new LayerHeader(Kind, Text, _index, name, scheme, scale, bias, _scope.Frozen || Bool("Frozen", false))
        {
            Origin = _scope.Origin,
            Varying = new EquatableArray<string>(
                _attribute.Arguments.Where(argument => argument.Values.Any(value => value is not LiteralExpression)).Select(argument => argument.Name)),
        };
    }

    // Names stand in tables and comments, a line each.
    private static bool IsPrintable(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);

    private double? Optional(string name) => IsWritten(name) && Value(name) is double value && !double.IsNaN(value) ? Finite(name, value) : null;

    private object? Value(string name) => _values.TryGetValue(name, out ConstantValue[]? values) && values.Length == 1 ? values[0].Value : null;

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
        // Kernels compute with floats.
        double value = Value(name) is double number ? number : fallback;
        string? required = !valid(value) ? expected : float.IsInfinity((float)value) ? "a number that a float holds, at most 3.4028235E+38" : null;
        if (required is not null)
        {
            Report(DiagnosticDescriptors.ArgumentOutOfRange, name, Text, name, required, AttributeText.Number(value));
            return fallback;
        }

        return value;
    }

    // False after reporting an argument that has no value.
    private bool Evaluate()
    {
        foreach (ArgumentSpec argument in _attribute.Arguments)
        {
            try
            {
                _values[argument.Name] = [.. argument.Values.Select(value => value.Evaluate(_scope.Parameters))];
            }
            catch (Exception error) when (error is ArithmeticException or NotSupportedException)
            {
                Report(DiagnosticDescriptors.ArgumentHasNoValue, argument.Name, Text, argument.Name, Reason(error));
                IsBroken = true;
                return false;
            }

            if (argument.Form != ArgumentForm.Omitted)
            {
                _written.Add(argument.Name);
            }
        }

        return true;
    }

    private static string Reason(Exception error) => error switch
    {
        DivideByZeroException => "divides by zero, " + error.Message,
        ArithmeticException => "does not fit its type, " + error.Message,
        _ => "uses an operator that is not evaluated inside blocks, " + error.Message,
    };
}
