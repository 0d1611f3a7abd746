using System;
using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>How a gradient cuts a long batch: by its length alone, so that bits do not depend on the number of threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BatchParts
{
    /// <summary>Most lanes, each of which adds up the gradients of some parts: more would cost the memory and the addition of further gradients.</summary>
    public const int MostLanes = 8;

    // Fewer samples share the reading of weights and the writing of their gradients too little.
    private const int FewestSamples = 16;

    /// <summary>The number of parts: none has more samples than a chunk, and there is one for each lane where that leaves enough samples to each. Even, which suits two threads.</summary>
    /// <param name="samples">Samples of the batch.</param>
    /// <param name="chunk">Most samples of a part, at least 2; 0 for a batch that is not cut.</param>
    public static int Count(int samples, int chunk)
    {
        if (chunk == 0 || samples <= chunk)
            return 1;
        int parts = Math.Max(((samples - 1) / chunk) + 1, Math.Min(MostLanes, samples / FewestSamples));
        return parts + (parts & 1);
    }
}
