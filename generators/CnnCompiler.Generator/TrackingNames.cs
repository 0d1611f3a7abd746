namespace CnnCompiler.Generator;

/// <summary>Names of the pipeline's steps, for tests of what is computed again after an edit.</summary>
internal static class TrackingNames
{
    /// <summary>From a class to a value.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>From a value to a graph with shapes.</summary>
    public const string Shape = nameof(Shape);

    /// <summary>From a graph to the files of a class and descriptions of its kernels.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>All kernels of the compilation, each once.</summary>
    public const string Kernels = nameof(Kernels);
}
