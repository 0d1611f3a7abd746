namespace CnnCompiler.Generator.Shapes;

/// <summary>A sliding window with its padding on every side. One-dimensional layers have height 1, stride 1, dilation 1 and no padding on the height axis.</summary>
internal readonly record struct Window(
    int KernelHeight, int KernelWidth, int StrideHeight, int StrideWidth, int DilationHeight, int DilationWidth, int Top, int Bottom, int Left, int Right)
{
    /// <summary>Rows from the first to the last one of the window.</summary>
    public int ExtentHeight => ((KernelHeight - 1) * DilationHeight) + 1;

    /// <summary>Columns from the first to the last one of the window.</summary>
    public int ExtentWidth => ((KernelWidth - 1) * DilationWidth) + 1;

    public int Taps => KernelHeight * KernelWidth;
}
