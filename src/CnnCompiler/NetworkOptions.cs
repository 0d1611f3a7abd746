namespace CnnCompiler;

/// <summary>How an instance of a compiled network runs. All of it is optional.</summary>
public sealed record NetworkOptions
{
    /// <summary>Threads that the constructor and each call may use, at least 1; 1 means that no other thread is touched. Default: the number of processors.</summary>
    /// <remarks>
    /// Small networks without batch normalisation take long batches in parts in <c>Gradient</c>: up to eight threads then work on one part each, from the first layer to the last and back, in
    /// memory of their own. Results do not depend on the number of threads.
    /// </remarks>
    public int Threads { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Seed of the initial parameters and of dropout. Default 0. The same seed gives the same bits at any thread count.</summary>
    public int Seed { get; init; }

    /// <summary>Samples for which memory is held from the start, at least 1; no more than a call takes through the layers at a time. A larger batch grows it once. Default 1.</summary>
    public int MaxBatch { get; init; } = 1;

    /// <summary>
    /// Forces an instruction set, which must be one that kernels were generated for (all three, unless <c>CnnCompilerIsas</c> narrows them). <see langword="null"/>, the default,
    /// takes the best of these that the processor has, and the lowest of them, emulated, where it has none.
    /// </summary>
    public Isa? Isa { get; init; }
}
