namespace CnnCompiler.Generator.Layers.ContrastNorm;

/// <summary>Steps of contrast normalisation: each needs the whole map of the one before.</summary>
internal enum ContrastStage
{
    /// <summary>Forward: sums over channels.</summary>
    Sums,

    /// <summary>Forward: means, and sums of the squares of what they leave.</summary>
    Squares,

    /// <summary>Forward: deviations and output.</summary>
    Output,

    /// <summary>Backward: what each position's deviation passes on to its window.</summary>
    Deviations,

    /// <summary>Backward: what each position's mean passes on to its window.</summary>
    Means,

    /// <summary>Backward: the gradient by the input.</summary>
    Input,
}
