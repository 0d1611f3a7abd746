namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>The passes as the command line names them.</summary>
internal static class PassNames
{
    /// <summary>Forward, in prediction mode.</summary>
    public const string Predict = "predict";

    /// <summary>Forward and backward.</summary>
    public const string Gradient = "gradient";

    /// <summary>Forward, backward, and update by SGD with momentum.</summary>
    public const string Step = "step";
}
