namespace CnnCompiler;

/// <summary>How far the loops of a network are unrolled at build time.</summary>
public enum Unroll
{
    /// <summary>What measures fastest: register tiles and kernel windows are straight-line code, loops run over tiles.</summary>
    Auto,

    /// <summary>All loops but the one over the batch, for networks that are small enough.</summary>
    Full,
}
