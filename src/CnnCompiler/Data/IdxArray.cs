namespace CnnCompiler;

/// <summary>The content of an IDX file of bytes.</summary>
/// <param name="Shape">Its dimensions, for example 60000x28x28.</param>
/// <param name="Values">The elements in row-major order.</param>
public sealed record IdxArray(TensorShape Shape, byte[] Values);
