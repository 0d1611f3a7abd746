namespace CnnCompiler.Checkpoints;

/// <summary>
/// Which shapes of a stored tensor a parameter takes: its own; and the weight of a <c>Conv</c> with one group takes the matrix of a <c>Dense</c> and the
/// other way round, where the first dimension and the number of elements agree. <c>Dense</c> flattens channels, rows, columns, so the elements are in the same order.
/// </summary>
internal static class FilterShapes
{
    public static bool Fits(Parameter parameter, TensorShape found) => found.Equals(parameter.Shape)
        || (parameter.Definition.IsFilters && IsMatrix(found) != IsMatrix(parameter.Shape) && found.Count is >= 2 and <= 4
            && found[0] == parameter.Shape[0] && found.ElementCount == parameter.Length);

    /// <summary>Whether one network's parameter takes another's values: both shapes are known, and both layers.</summary>
    public static bool Fits(Parameter parameter, Parameter other) =>
        Fits(parameter, other.Shape) && (other.Definition.IsFilters || other.Shape.Equals(parameter.Shape));

    /// <summary>The shapes that <see cref="Fits(Parameter, TensorShape)"/> accepts, for messages.</summary>
    public static string Expected(Parameter parameter)
    {
        if (!parameter.Definition.IsFilters)
            return parameter.Shape.ToString();
        int row = parameter.Length / parameter.Shape[0];
        return IsMatrix(parameter.Shape)
            ? $"{parameter.Shape}, or {parameter.Shape[0]} filters of {row} elements as a Conv has them"
            : $"{parameter.Shape}, or {new TensorShape(parameter.Shape[0], row)} as a Dense has it";
    }

    private static bool IsMatrix(TensorShape shape) => shape.Count == 2;
}
