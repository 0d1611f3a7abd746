namespace CnnCompiler.Generator.Diagnostics;

/// <summary>The names by which diagnostics and code fixes know repairs. They are the equivalence keys of <i>Fix all</i>.</summary>
internal static class RemedyKinds
{
    /// <summary>A type gets the modifier <c>partial</c>; <see cref="RemedyEdit.Value"/> is its name.</summary>
    public const string Partial = nameof(Partial);

    /// <summary>The least padding with which a window fits.</summary>
    public const string FitKernel = nameof(FitKernel);

    /// <summary>The padding with which the output has the size of the input.</summary>
    public const string KeepSize = nameof(KeepSize);

    /// <summary>The most padding that a pool takes.</summary>
    public const string MostPadding = nameof(MostPadding);

    /// <summary>A padding with which windows cover the input to its end.</summary>
    public const string EvenPadding = nameof(EvenPadding);

    /// <summary>A stride with which windows cover the input to its end, or leave no gaps.</summary>
    public const string EvenStride = nameof(EvenStride);

    /// <summary>A last window that hangs over the end.</summary>
    public const string CeilMode = nameof(CeilMode);

    /// <summary>The nearest number that divides.</summary>
    public const string Divisor = nameof(Divisor);

    /// <summary>The next one on the other side.</summary>
    public const string OtherDivisor = nameof(OtherDivisor);

    /// <summary><c>Bias = false</c>.</summary>
    public const string NoBias = nameof(NoBias);

    /// <summary>An activation is removed.</summary>
    public const string RemoveActivation = nameof(RemoveActivation);

    /// <summary>A softmax, or its logarithm, is removed.</summary>
    public const string RemoveSoftmax = nameof(RemoveSoftmax);

    /// <summary>A residual block gets a projection; the edits are named <see cref="ProjectionFilters"/> and <see cref="ProjectionStride"/>.</summary>
    public const string Projection = nameof(Projection);

    /// <summary>A branch gets the padding and stride with which its positions are those of the others.</summary>
    public const string FitBranch = nameof(FitBranch);

    /// <summary>The name of a saved tensor that is nearest to the one written.</summary>
    public const string TensorName = nameof(TensorName);

    /// <summary>The edit of <see cref="Projection"/> with the filters: a number, and the argument of the main path that it comes from.</summary>
    public const string ProjectionFilters = "filters";

    /// <summary>The edit of <see cref="Projection"/> with the stride: a number, and the argument of the main path that it comes from.</summary>
    public const string ProjectionStride = "Stride";

    /// <summary>The edit of <see cref="Projection"/> with the kind of layer: <c>Conv</c> or <c>Dense</c>.</summary>
    public const string ProjectionLayer = "layer";
}
