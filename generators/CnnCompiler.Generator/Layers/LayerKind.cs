using System;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Layers;

/// <summary>A kind of layer: its attribute and how it is read.</summary>
/// <param name="Name">The attribute's name without suffix: <c>Conv</c>.</param>
/// <param name="Parse">Makes the layer of the attribute's arguments; mistakes are reported to the reader.</param>
internal sealed record LayerKind(string Name, Func<AttributeReader, Layer> Parse)
{
    /// <summary>The attribute's full name.</summary>
    public string AttributeName => "CnnCompiler." + Name + "Attribute";
}
