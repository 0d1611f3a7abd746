using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Generator.Parsing;

/// <summary>The values of parameters where an expression is evaluated; those of an inner block stand beside those of the blocks around it.</summary>
internal sealed class ParameterScope
{
    public static readonly ParameterScope Empty = new(new Dictionary<string, ConstantValue>(StringComparer.Ordinal));

    private readonly Dictionary<string, ConstantValue> _values;

    // Defaults that nobody has asked for yet: one may name a parameter that is declared after it.
    private readonly Dictionary<string, ConstantExpression> _defaults = new(StringComparer.Ordinal);

    private ParameterScope(Dictionary<string, ConstantValue> values) => _values = values;

    /// <summary>The value of a parameter, or null where its default holds.</summary>
    public ConstantValue? Find(string parameter)
    {
        if (_defaults.TryGetValue(parameter, out ConstantExpression? expression))
        {
            _defaults.Remove(parameter);
            _values[parameter] = expression.Evaluate(this);
        }

        return _values.TryGetValue(parameter, out ConstantValue value) ? value : null;
    }

    /// <summary>The scope inside a block: given values, and defaults evaluated beside them.</summary>
    public ParameterScope Enter(PathSpec block, IReadOnlyList<ConstantValue> given)
    {
        if (block.Parameters.Count == 0)
        {
            return this;
        }

        Dictionary<string, ConstantValue> values = _values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (BlockParameter parameter in block.Parameters)
        {
            values.Remove(parameter.FullName);
        }

        var scope = new ParameterScope(values);
        for (int i = 0; i < given.Count; i++)
        {
            values[block.Parameters[i].FullName] = given[i];
        }

        for (int i = given.Count; i < block.Parameters.Count; i++)
        {
            scope._defaults[block.Parameters[i].FullName] = block.Parameters[i].Default;
        }

        foreach (BlockParameter parameter in block.Parameters)
        {
            scope.Find(parameter.FullName);
        }

        return scope;
    }
}
