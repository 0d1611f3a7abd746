using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CnnCompiler.Generator.Parsing;

/// <summary>
/// Turns constant expressions into values. The compiler folds what no <c>[Parameter]</c> has a part in; the rest becomes a tree, in which other constants that
/// depend on parameters are replaced by what they are computed from.
/// </summary>
internal sealed class ExpressionReader(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly Dictionary<IFieldSymbol, bool> _depends = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    /// <summary>Whether a constant is a parameter of a block.</summary>
    public static bool IsParameter(IFieldSymbol field) => field.IsConst && IsMarked(field);

    /// <summary>Whether a field is marked as a parameter; one that is no constant is a mistake.</summary>
    public static bool IsMarked(IFieldSymbol field) => Mark(field) is not null;

    /// <summary>The attribute that marks a field as a parameter, or null.</summary>
    public static AttributeData? Mark(IFieldSymbol field) => field.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { } type && NetworkAttributes.FullName(type) == "CnnCompiler.ParameterAttribute");

    /// <summary>Whether a parameter has a part in an expression.</summary>
    public bool DependsOnParameter(ExpressionSyntax syntax) => syntax is not LiteralExpressionSyntax && syntax
        .DescendantNodesAndSelf(node => !IsNameOf(node))
        .OfType<SimpleNameSyntax>()
        .Any(name => Constant(name) is { } field && DependsOnParameter(field));

    /// <summary>The value of a constant, which may depend on other parameters; null for what cannot be evaluated again.</summary>
    public ConstantExpression? ReadConstant(IFieldSymbol field) => DependsOnParameter(field, itself: false) && Initializer(field) is { } value
        ? Read(value)
        : new LiteralExpression(DeclaredValue(field));

    /// <summary>An expression as a value; null for what cannot be evaluated again.</summary>
    public ConstantExpression? Read(ExpressionSyntax syntax)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
        SemanticModel model = Model(syntax);
        TypeInfo type = model.GetTypeInfo(syntax, cancellationToken);
        ConstantExpression? value = ReadUnconverted(syntax, model, type.Type);
        bool converts = type.ConvertedType is { SpecialType: not SpecialType.System_Object } && !SymbolEqualityComparer.Default.Equals(type.Type, type.ConvertedType);
        return value is not null && converts ? new ConvertExpression(value, TypeOf(type.ConvertedType!)) : value;
    }

    /// <summary>The type of constants of a type.</summary>
    public static ConstantType TypeOf(ITypeSymbol type) => type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }
        ? new ConstantType(Code(underlying.SpecialType), type.ToDisplayString())
        : new ConstantType(Code(type.SpecialType));

    /// <summary>A value of a type; members of enumerations keep their name.</summary>
    public static ConstantValue Value(object? value, ITypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Enum })
        {
            return new ConstantValue(value);
        }

        string? member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => Equals(field.ConstantValue, value))?.Name;
        string number = System.Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
        return new ConstantValue(value, type.ToDisplayString(), type.Name + (member is null ? "(" + number + ")" : "." + member));
    }

    private static System.TypeCode Code(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => System.TypeCode.Boolean,
        SpecialType.System_Char => System.TypeCode.Char,
        SpecialType.System_SByte => System.TypeCode.SByte,
        SpecialType.System_Byte => System.TypeCode.Byte,
        SpecialType.System_Int16 => System.TypeCode.Int16,
        SpecialType.System_UInt16 => System.TypeCode.UInt16,
        SpecialType.System_Int32 => System.TypeCode.Int32,
        SpecialType.System_UInt32 => System.TypeCode.UInt32,
        SpecialType.System_Int64 => System.TypeCode.Int64,
        SpecialType.System_UInt64 => System.TypeCode.UInt64,
        SpecialType.System_Single => System.TypeCode.Single,
        SpecialType.System_Double => System.TypeCode.Double,
        SpecialType.System_Decimal => System.TypeCode.Decimal,
        SpecialType.System_String => System.TypeCode.String,
        _ => System.TypeCode.Object,
    };

    private static ConstantValue DeclaredValue(IFieldSymbol field) => Value(field.HasConstantValue ? field.ConstantValue : null, field.Type);

    private static bool IsNameOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };

    private ConstantExpression? ReadUnconverted(ExpressionSyntax syntax, SemanticModel model, ITypeSymbol? type)
    {
        if (!DependsOnParameter(syntax))
        {
            return model.GetConstantValue(syntax, cancellationToken) is { HasValue: true, Value: var value } ? new LiteralExpression(Value(value, type)) : null;
        }

        switch (syntax)
        {
            case ParenthesizedExpressionSyntax inner:
                return Read(inner.Expression);
            case CheckedExpressionSyntax inner:
                return Read(inner.Expression);
            case PostfixUnaryExpressionSyntax inner when inner.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                return Read(inner.Operand);
            case PrefixUnaryExpressionSyntax unary when Read(unary.Operand) is { } operand:
                return new UnaryExpression(unary.OperatorToken.ValueText, operand);
            case BinaryExpressionSyntax binary when Read(binary.Left) is { } left && Read(binary.Right) is { } right:
                return new BinaryExpression(binary.OperatorToken.ValueText, left, right);
            case ConditionalExpressionSyntax choice when Read(choice.Condition) is { } condition && Read(choice.WhenTrue) is { } then && Read(choice.WhenFalse) is { } other:
                return new ConditionalExpression(condition, then, other);
            case CastExpressionSyntax cast when type is not null && Read(cast.Expression) is { } operand:
                return type.SpecialType == SpecialType.System_Object ? operand : new ConvertExpression(operand, TypeOf(type));
            case InterpolatedStringExpressionSyntax text:
                return ReadParts(text);
            case SimpleNameSyntax or MemberAccessExpressionSyntax or AliasQualifiedNameSyntax when model.GetSymbolInfo(syntax, cancellationToken).Symbol is IFieldSymbol field:
                return IsParameter(field) ? new ParameterExpression(FullName(field), DeclaredValue(field)) : ReadConstant(field);
            default:
                return null;
        }
    }

    /// <summary>The name by which uses set a parameter.</summary>
    public static string FullName(IFieldSymbol field) => field.ToDisplayString();

    private ConstantExpression? ReadParts(InterpolatedStringExpressionSyntax text)
    {
        ConstantExpression? all = new LiteralExpression(new ConstantValue(""));
        foreach (InterpolatedStringContentSyntax part in text.Contents)
        {
            ConstantExpression? next = part switch
            {
                InterpolatedStringTextSyntax plain => new LiteralExpression(new ConstantValue(plain.TextToken.ValueText)),
                InterpolationSyntax hole => Read(hole.Expression),
                _ => null,
            };
            all = all is null || next is null ? null : new BinaryExpression("+", all, next);
        }

        return all;
    }

    // The constant that a name in an expression stands for, where its initializer is at hand.
    private IFieldSymbol? Constant(SimpleNameSyntax name) =>
        Model(name).GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { IsConst: true, ContainingType.TypeKind: not TypeKind.Enum } field
        && SymbolEqualityComparer.Default.Equals(field.ContainingAssembly, compilation.Assembly) ? field : null;

    private bool DependsOnParameter(IFieldSymbol field) => DependsOnParameter(field, itself: true);

    private bool DependsOnParameter(IFieldSymbol field, bool itself)
    {
        if (itself && IsParameter(field))
        {
            return true;
        }

        if (!_depends.TryGetValue(field, out bool depends))
        {
            // Constants that are defined by themselves are an error of the compiler.
            _depends[field] = false;
            depends = Initializer(field) is { } value && DependsOnParameter(value);
            _depends[field] = depends;
        }

        return depends;
    }

    private ExpressionSyntax? Initializer(IFieldSymbol field) => field.DeclaringSyntaxReferences
        .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
        .Select(reference => (reference.GetSyntax(cancellationToken) as VariableDeclaratorSyntax)?.Initializer?.Value)
        .FirstOrDefault();

    private SemanticModel Model(SyntaxNode syntax)
    {
        if (!_models.TryGetValue(syntax.SyntaxTree, out SemanticModel? model))
        {
            _models[syntax.SyntaxTree] = model = compilation.GetSemanticModel(syntax.SyntaxTree);
        }

        return model;
    }
}
