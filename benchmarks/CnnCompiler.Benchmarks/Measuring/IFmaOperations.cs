namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>What the peak loop needs of a vector type.</summary>
/// <typeparam name="TVector">The vector type.</typeparam>
internal interface IFmaOperations<TVector>
    where TVector : struct
{
    /// <summary>Floats of a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>All lanes one value.</summary>
    static abstract TVector Create(float value);

    /// <summary>a * b + c in one instruction.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The sum of the lanes.</summary>
    static abstract float Sum(TVector vector);
}
