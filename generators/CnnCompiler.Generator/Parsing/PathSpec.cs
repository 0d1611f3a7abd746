using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Parsing;

/// <summary>A class with layer attributes, as a value.</summary>
/// <param name="Name">The class name.</param>
/// <param name="IsSource">Whether its source belongs to this compilation, so that its expressions are known.</param>
/// <param name="Parameters">Its <c>[Parameter]</c> constants in the order of declaration.</param>
/// <param name="Layers">Its layer attributes in source order.</param>
internal sealed record PathSpec(string Name, bool IsSource, EquatableArray<BlockParameter> Parameters, EquatableArray<AttributeSpec> Layers)
{
    /// <summary>The loss that stands on the class by mistake, or null: only a network has one.</summary>
    public string? Loss { get; init; }
}

/// <summary>A <c>[Parameter]</c> constant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FullName">Its name with its class and namespace.</param>
/// <param name="Type">Its type.</param>
/// <param name="Default">Its own value, which may depend on other parameters.</param>
internal sealed record BlockParameter(string Name, string FullName, ConstantType Type, ConstantExpression Default);
