using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator.Parsing;

/// <summary>Turns an attribute into a value. Nothing here throws on code that is being typed: what cannot be read makes the attribute broken.</summary>
internal sealed class AttributeSpecReader(ExpressionReader expressions)
{
    /// <summary>The attribute as a value.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="isSource">Whether its class is source of this compilation, so that its expressions are known.</param>
    /// <param name="paths">Indices of the paths that it names as type arguments.</param>
    public AttributeSpec Read(AttributeData attribute, bool isSource, IReadOnlyList<int> paths)
    {
        INamedTypeSymbol type = attribute.AttributeClass!;
        string kind = type.Name.EndsWith("Attribute", System.StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - "Attribute".Length) : type.Name;
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        bool broken = attribute.AttributeConstructor is null || syntax is { ContainsDiagnostics: true } || paths.Any(path => path < 0);
        List<ArgumentSpec>? arguments = broken ? null : Arguments(attribute, isSource ? syntax : null);
        return new AttributeSpec(
            kind, NetworkAttributes.FullName(type), new EquatableArray<int>(paths), new EquatableArray<string>(type.TypeArguments.Select(argument => argument.Name)),
            new EquatableArray<ArgumentSpec>(arguments ?? []), arguments is null);
    }

    private static ConstantExpression? Literal(TypedConstant value) => value.Kind switch
    {
        TypedConstantKind.Primitive or TypedConstantKind.Enum => new LiteralExpression(ExpressionReader.Value(value.Value, value.Type)),
        TypedConstantKind.Type or TypedConstantKind.Array => new LiteralExpression(new ConstantValue(
            new OtherConstant(value.ToCSharpString(), value.Type?.ToDisplayString() ?? "null"))),
        _ => null,
    };

    /// <summary>What an expression lists as the elements of an array; null for any other expression.</summary>
    public static IEnumerable<ExpressionSyntax>? Elements(ExpressionSyntax array) => array switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax implied => implied.Initializer.Expressions,
        CollectionExpressionSyntax collection => collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression),
        ArrayCreationExpressionSyntax => [],
        _ => null,
    };

    // What the compiler has a value for is valid C#, whether or not it can be evaluated again.
    private ConstantExpression? Expression(ExpressionSyntax syntax, TypedConstant value) =>
        expressions.Read(syntax) ?? (value.Kind == TypedConstantKind.Error ? null : new UnknownExpression(syntax.ToString()));

    // Null where the arguments and what the compiler made of them differ.
    private List<ArgumentSpec>? Arguments(AttributeData attribute, AttributeSyntax? syntax)
    {
        AttributeArgumentSyntax[] written = [.. syntax?.ArgumentList?.Arguments ?? default];
        IParameterSymbol[] parameters = [.. attribute.AttributeConstructor!.Parameters];
        if (attribute.ConstructorArguments.Length != parameters.Length)
        {
            return null;
        }

        var found = new List<ArgumentSpec>();
        AttributeArgumentSyntax[] positional = [.. written.Where(argument => argument.NameEquals is null && argument.NameColon is null)];
        foreach (AttributeArgumentSyntax argument in written)
        {
            if (argument.NameEquals is { } property)
            {
                // A property that does not exist is missing among the named arguments.
                string name = property.Name.Identifier.ValueText;
                TypedConstant[] values = [.. attribute.NamedArguments.Where(pair => pair.Key == name).Select(pair => pair.Value)];
                if (values.Length != 1 || Read(name, ArgumentForm.Property, values[0], [argument.Expression]) is not { } spec || found.Any(other => other.Name == name))
                {
                    return null;
                }

                found.Add(spec);
                continue;
            }

            int index = argument.NameColon is { } colon
                ? System.Array.FindIndex(parameters, parameter => parameter.Name == colon.Name.Identifier.ValueText)
                : System.Math.Min(System.Array.IndexOf(positional, argument), parameters.Length - 1);
            if (index < 0)
            {
                return null;
            }

            if (found.Any(other => other.Name == parameters[index].Name))
            {
                continue;
            }

            IEnumerable<ExpressionSyntax> all = argument.NameColon is null ? positional.Skip(index).Select(other => other.Expression) : [argument.Expression];
            if (Read(parameters[index].Name, argument.NameColon is null ? ArgumentForm.Positional : ArgumentForm.Colon, attribute.ConstructorArguments[index], [.. all]) is not { } read)
            {
                return null;
            }

            found.Add(read);
        }

        return Complete(found, attribute, parameters, written.Length > 0 || syntax is not null);
    }

    // What is not written: defaults, and everything where there is no syntax.
    private List<ArgumentSpec>? Complete(List<ArgumentSpec> found, AttributeData attribute, IParameterSymbol[] parameters, bool hasSyntax)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            if (found.Any(argument => argument.Name == parameters[i].Name))
            {
                continue;
            }

            bool omitted = hasSyntax || (attribute.ConstructorArguments[i] is { Kind: TypedConstantKind.Array, Values: { IsDefault: false, Length: 0 } });
            if (Read(parameters[i].Name, omitted ? ArgumentForm.Omitted : ArgumentForm.Positional, attribute.ConstructorArguments[i], []) is not { } spec)
            {
                return null;
            }

            found.Add(spec);
        }

        foreach (KeyValuePair<string, TypedConstant> property in attribute.NamedArguments.Where(pair => !found.Any(argument => argument.Name == pair.Key)).ToList())
        {
            if (hasSyntax || Read(property.Key, ArgumentForm.Property, property.Value, []) is not { } spec)
            {
                return null;
            }

            found.Add(spec);
        }

        return found;
    }

    // The compiler's value where no parameter has a part in it.
    private ArgumentSpec? Read(string name, ArgumentForm form, TypedConstant value, ExpressionSyntax[] syntax)
    {
        bool depends = syntax.Any(expressions.DependsOnParameter);
        if (value.Kind == TypedConstantKind.Array && !value.Values.IsDefault)
        {
            ExpressionSyntax[] elements = syntax.Length == 1 && Elements(syntax[0]) is { } listed ? [.. listed] : syntax;
            if (depends && elements.Length != value.Values.Length)
            {
                return null;
            }

            ConstantExpression?[] values = [.. value.Values.Select((element, i) => depends ? Expression(elements[i], element) : Literal(element))];
            return values.Any(element => element is null) ? null : new ArgumentSpec(name, form, true, new EquatableArray<ConstantExpression>(values!));
        }

        // A null in place of an array is an array with one null.
        ConstantExpression? single = depends && syntax.Length > 0 ? Expression(syntax[0], value)
            : value.Kind == TypedConstantKind.Array ? new LiteralExpression(default) : Literal(value);
        return single is null ? null : new ArgumentSpec(name, form, value.Kind == TypedConstantKind.Array, new EquatableArray<ConstantExpression>([single]));
    }
}
