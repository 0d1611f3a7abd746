namespace CnnCompiler;

/// <summary>How predictions read the weights of dense layers.</summary>
public enum WeightFormat
{
    /// <summary>As they are.</summary>
    Float32,

    /// <summary>
    /// Rounded to the nearest bfloat16 (8 bits of precision; ties to even) when a prediction prepares after parameters changed: half the memory traffic, which is what
    /// a dense layer waits for when it sees few samples. Sums, biases, activations, convolutions and all of training stay in <see langword="float"/>.
    /// </summary>
    BFloat16,
}
