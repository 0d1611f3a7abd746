using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Parsing;

/// <summary>An attribute as a value: no symbol, no syntax.</summary>
/// <param name="Kind">Its name without suffix: <c>Conv</c>.</param>
/// <param name="AttributeName">Namespace and metadata name of its class.</param>
/// <param name="Paths">The paths that it names as type arguments: indices into <see cref="NetworkSpec.Paths"/>.</param>
/// <param name="PathNames">Their class names.</param>
/// <param name="Arguments">Written arguments in source order, then those that are not written.</param>
/// <param name="IsBroken">It is not valid C#: the compiler reports that, and there is nothing to add.</param>
internal sealed record AttributeSpec(
    string Kind, string AttributeName, EquatableArray<int> Paths, EquatableArray<string> PathNames, EquatableArray<ArgumentSpec> Arguments, bool IsBroken);

/// <summary>How an argument is written.</summary>
internal enum ArgumentForm
{
    /// <summary>By position.</summary>
    Positional,

    /// <summary><c>kernel: 3</c>.</summary>
    Colon,

    /// <summary><c>Stride = 2</c>.</summary>
    Property,

    /// <summary>Not at all.</summary>
    Omitted,
}

/// <summary>An argument of an attribute.</summary>
/// <param name="Name">The constructor parameter or property.</param>
/// <param name="Form">How it is written.</param>
/// <param name="IsArray">Whether it is an array of values.</param>
/// <param name="Values">Its value, or its elements.</param>
internal sealed record ArgumentSpec(string Name, ArgumentForm Form, bool IsArray, EquatableArray<ConstantExpression> Values);
