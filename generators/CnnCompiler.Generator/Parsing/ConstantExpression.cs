using System;

namespace CnnCompiler.Generator.Parsing;

/// <summary>
/// An attribute argument as a value. What does not depend on a <c>[Parameter]</c> is a <see cref="LiteralExpression"/>, folded by the compiler; the rest is a
/// tree that each use of the block evaluates again.
/// </summary>
internal abstract record ConstantExpression
{
    /// <summary>The value in a block whose parameters have these values. Throws an <see cref="ArithmeticException"/> for what overflows or divides by zero, a <see cref="NotSupportedException"/> for what has no rule here.</summary>
    public abstract ConstantValue Evaluate(ParameterScope scope);

    /// <summary>Computes a value; what it throws says what was computed, as <paramref name="text"/> writes it.</summary>
    protected static T Attempt<T>(string text, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (DivideByZeroException error)
        {
            throw new DivideByZeroException(text, error);
        }
        catch (OverflowException error)
        {
            throw new OverflowException(text, error);
        }
        catch (NotSupportedException error)
        {
            throw new NotSupportedException(text, error);
        }
    }
}

/// <summary>A value.</summary>
internal sealed record LiteralExpression(ConstantValue Value) : ConstantExpression
{
    public override ConstantValue Evaluate(ParameterScope scope) => Value;
}

/// <summary>A parameter of a block.</summary>
/// <param name="Parameter">Its full name.</param>
/// <param name="Default">The constant's value, where no use sets it.</param>
internal sealed record ParameterExpression(string Parameter, ConstantValue Default) : ConstantExpression
{
    public override ConstantValue Evaluate(ParameterScope scope) => scope.Find(Parameter) ?? Default;
}

/// <summary>What the compiler takes for a constant, and this generator cannot evaluate again.</summary>
internal sealed record UnknownExpression(string Text) : ConstantExpression
{
    public override ConstantValue Evaluate(ParameterScope scope) => throw new NotSupportedException(Text);
}

/// <summary>An operator in front of its operand.</summary>
internal sealed record UnaryExpression(string Sign, ConstantExpression Operand) : ConstantExpression
{
    public override ConstantValue Evaluate(ParameterScope scope)
    {
        ConstantValue operand = Operand.Evaluate(scope);
        string text = Sign + "(" + AttributeText.Value(operand) + ")";
        return operand.Value is { } value ? new ConstantValue(Attempt(text, () => ConstantArithmetic.Unary(Sign, value))) : throw new NotSupportedException(text);
    }
}

/// <summary>An operator between operands of one type.</summary>
internal sealed record BinaryExpression(string Sign, ConstantExpression Left, ConstantExpression Right) : ConstantExpression
{
    public override ConstantValue Evaluate(ParameterScope scope)
    {
        ConstantValue left = Left.Evaluate(scope);

        // The right side may be wrong where the left one decides.
        if (left.Value is bool decided && decided == (Sign == "||") && Sign is "||" or "&&")
        {
            return left;
        }

        ConstantValue right = Right.Evaluate(scope);
        return new ConstantValue(Attempt(
            AttributeText.Value(left) + " " + Sign + " " + AttributeText.Value(right), () => ConstantArithmetic.Binary(Sign, left.Value, right.Value)));
    }
}

/// <summary>One of two expressions.</summary>
internal sealed record ConditionalExpression(ConstantExpression Condition, ConstantExpression Then, ConstantExpression Else) : ConstantExpression
{
    public override ConstantValue Evaluate(ParameterScope scope) => (Condition.Evaluate(scope).Value is true ? Then : Else).Evaluate(scope);
}

/// <summary>A conversion, written or implicit.</summary>
internal sealed record ConvertExpression(ConstantExpression Operand, ConstantType Type) : ConstantExpression
{
    public override ConstantValue Evaluate(ParameterScope scope)
    {
        ConstantValue value = Operand.Evaluate(scope);
        if (value.EnumType == Type.EnumType && Type.EnumType is not null)
        {
            return value;
        }

        object? converted = Attempt("(" + Type.Name + ")" + AttributeText.Value(value), () => ConstantArithmetic.Convert(value.Value, Type.Code));
        string text = Convert.ToString(converted, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return Type.EnumType is { } name
            ? new ConstantValue(converted, name, name.Substring(name.LastIndexOf('.') + 1) + "(" + text + ")")
            : new ConstantValue(converted);
    }
}
