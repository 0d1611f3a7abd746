using System;
using System.Globalization;

namespace CnnCompiler.Generator.Parsing;

/// <summary>
/// C#'s operators on constants. Operands already have the operator's type. Integers are computed exactly and checked, as the compiler does with constants:
/// what overflows throws an <see cref="OverflowException"/>.
/// </summary>
internal static class ConstantArithmetic
{
    public static bool IsNumber(TypeCode code) => code is >= TypeCode.Char and <= TypeCode.Decimal;

    /// <summary>A value as another type; what is no number stays as it is.</summary>
    public static object? Convert(object? value, TypeCode target)
    {
        if (value is null || !IsNumber(target) || !IsNumber(System.Convert.GetTypeCode(value)))
        {
            return value;
        }

        if (target is TypeCode.Double or TypeCode.Single)
        {
            double number = value is char letter ? letter : System.Convert.ToDouble(value, CultureInfo.InvariantCulture);
            return target == TypeCode.Double ? number : (float)number;
        }

        // Towards zero, as a cast does; System.Convert would round.
        decimal exact = value switch
        {
            char letter => letter,
            float or double => new decimal(Math.Truncate(System.Convert.ToDouble(value, CultureInfo.InvariantCulture))),
            _ => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        };
        return target switch
        {
            TypeCode.Decimal => value is float or double ? System.Convert.ToDecimal(value, CultureInfo.InvariantCulture) : exact,
            TypeCode.Char => (char)decimal.ToUInt16(decimal.Truncate(exact)),
            _ => System.Convert.ChangeType(decimal.Truncate(exact), target, CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The order of two numbers; null where one is NaN.</summary>
    public static int? Compare(object left, object right)
    {
        if (left is float or double || right is float or double)
        {
            double a = (double)Convert(left, TypeCode.Double)!, b = (double)Convert(right, TypeCode.Double)!;
            return double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);
        }

        return Exact(left).CompareTo(Exact(right));
    }

    /// <summary>The result of an operator, written as in C#: <c>-</c>, <c>+</c>, <c>~</c>, <c>!</c>.</summary>
    public static object Unary(string sign, object operand) => (sign, operand) switch
    {
        ("!", bool value) => !value,
        ("+", _) => operand,
        ("-", float value) => -value,
        ("-", double value) => -value,
        ("-", _) => Convert(-Exact(operand), System.Convert.GetTypeCode(operand))!,
        ("~", int value) => ~value,
        ("~", uint value) => ~value,
        ("~", long value) => ~value,
        ("~", ulong value) => ~value,
        _ => throw new NotSupportedException(sign),
    };

    /// <summary>The result of an operator, written as in C#.</summary>
    public static object Binary(string sign, object? left, object? right)
    {
        if (sign is "==" or "!=")
        {
            bool numbers = left is not null && right is not null && IsNumber(System.Convert.GetTypeCode(left));
            return (numbers ? Compare(left!, right!) == 0 : Equals(left, right)) == (sign == "==");
        }

        return (left, right) switch
        {
            (bool a, bool b) => sign switch { "&" or "&&" => a && b, "|" or "||" => a || b, "^" => a ^ b, _ => throw new NotSupportedException(sign) },
            (string or null, string or null) when sign == "+" => (string?)left + (string?)right,
            (null, _) or (_, null) => throw new NotSupportedException(sign),
            _ when sign is "<" or "<=" or ">" or ">=" => Ordered(sign, Compare(left, right)),
            _ when sign is "<<" or ">>" => Shift(left, (int)right, sign == "<<"),
            (float a, float b) => (float)Real(sign, a, b),
            (double a, double b) => Real(sign, a, b),
            _ => Convert(Whole(sign, left, right), System.Convert.GetTypeCode(left))!,
        };
    }

    private static decimal Exact(object value) => value is char letter ? letter : System.Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static bool Ordered(string sign, int? order) => order is { } sure && sign switch
    {
        "<" => sure < 0,
        "<=" => sure <= 0,
        ">" => sure > 0,
        _ => sure >= 0,
    };

    private static double Real(string sign, double a, double b) => sign switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "%" => a % b,
        _ => throw new NotSupportedException(sign),
    };

    private static object Whole(string sign, object left, object right)
    {
        if (sign is "&" or "|" or "^")
        {
            return left is ulong a ? Bits(sign, unchecked((long)a), unchecked((long)(ulong)right), wide: true)
                : Bits(sign, System.Convert.ToInt64(left, CultureInfo.InvariantCulture), System.Convert.ToInt64(right, CultureInfo.InvariantCulture), wide: false);
        }

        decimal x = Exact(left), y = Exact(right);
        return sign switch
        {
            "+" => x + y,
            "-" => x - y,
            "*" => x * y,

            // The quotient of what divides: a decimal quotient could round up.
            "/" => left is decimal ? x / y : (x - (x % y)) / y,
            "%" => x % y,
            _ => throw new NotSupportedException(sign),
        };
    }

    private static object Bits(string sign, long a, long b, bool wide)
    {
        long result = sign == "&" ? a & b : sign == "|" ? a | b : a ^ b;
        return wide ? unchecked((ulong)result) : result;
    }

    private static object Shift(object value, int count, bool left) => value switch
    {
        int x => left ? x << count : x >> count,
        uint x => left ? x << count : x >> count,
        long x => left ? x << count : x >> count,
        ulong x => left ? x << count : x >> count,
        _ => throw new NotSupportedException("shift"),
    };
}
