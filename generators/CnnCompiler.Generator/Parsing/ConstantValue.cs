namespace CnnCompiler.Generator.Parsing;

/// <summary>The value of a constant expression.</summary>
/// <param name="Value">A boxed primitive, a string, or null; the underlying number of an enumeration.</param>
/// <param name="EnumType">The full name of its enumeration, or null.</param>
/// <param name="EnumText">Where it is of an enumeration: how it is written, <c>Init.Glorot</c>.</param>
internal readonly record struct ConstantValue(object? Value, string? EnumType = null, string? EnumText = null)
{
    /// <summary>What messages call its type.</summary>
    public string TypeName => EnumType ?? Value switch
    {
        null => "null",
        OtherConstant other => other.TypeName,
        _ => ConstantType.Keyword(System.Convert.GetTypeCode(Value)),
    };
}

/// <summary>What an attribute can hold and no parameter takes: a type or an array.</summary>
/// <param name="Text">As messages write it.</param>
/// <param name="TypeName">What messages call its type.</param>
internal sealed record OtherConstant(string Text, string TypeName)
{
    public override string ToString() => Text;
}
