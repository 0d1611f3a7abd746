using System;

namespace CnnCompiler.Generator.Parsing;

/// <summary>The type of a constant.</summary>
/// <param name="Code">The primitive type; of an enumeration the underlying one; <see cref="TypeCode.Object"/> takes anything as it is.</param>
/// <param name="EnumType">The full name of the enumeration, or null.</param>
internal readonly record struct ConstantType(TypeCode Code, string? EnumType = null)
{
    /// <summary>As messages write it.</summary>
    public string Name => EnumType ?? Keyword(Code);

    /// <summary>C#'s name of a primitive type.</summary>
    public static string Keyword(TypeCode code) => code switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.String => "string",
        TypeCode.Char => "char",
        _ => code.ToString(),
    };

    /// <summary>An argument as the value of a parameter of this type: numbers convert where they keep their value; null where it is of a wrong type.</summary>
    public ConstantValue? Accept(ConstantValue value)
    {
        if (EnumType is not null || value.EnumType is not null)
        {
            return EnumType == value.EnumType ? value : null;
        }

        TypeCode given = value.Value is null ? TypeCode.Empty : Convert.GetTypeCode(value.Value);
        if (given == Code || (Code == TypeCode.String && given == TypeCode.Empty))
        {
            return value;
        }

        if (!ConstantArithmetic.IsNumber(given) || !ConstantArithmetic.IsNumber(Code))
        {
            return null;
        }

        try
        {
            object converted = ConstantArithmetic.Convert(value.Value, Code)!;
            bool kept = Code is TypeCode.Single or TypeCode.Double || ConstantArithmetic.Compare(converted, value.Value!) == 0;
            return kept ? new ConstantValue(converted) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
