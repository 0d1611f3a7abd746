using System;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>
/// The gradient by the input along one axis. Input h gets, from window position k, the gradient by output i = (h + padding - k) / stride where that is
/// whole; its weights are those of i modulo the tile. So inputs repeat their pattern of weights after stride * tile.
/// </summary>
/// <param name="Size">Inputs.</param>
/// <param name="Kernel">Window positions.</param>
/// <param name="Stride">Distance of two windows.</param>
/// <param name="Padding">Zeros before the first input.</param>
/// <param name="Tile">Outputs after which weights repeat.</param>
internal readonly record struct InputPatterns(int Size, int Kernel, int Stride, int Padding, int Tile)
{
    /// <summary>Patterns of weights.</summary>
    public int Count => (int)Math.Min(Size, (long)Stride * Tile);

    /// <summary>The most window positions that an input lies in, counting outputs beyond the border.</summary>
    public int MostTaps => ((Kernel - 1) / Stride) + 1;

    /// <summary>The first window position that reads the input in a variable, as text; others follow at distances of the stride.</summary>
    public string First(string input) => Stride == 1 ? "0" : $"{Padded(input)} % {Stride}";

    /// <summary>Number of window positions that read the input.</summary>
    public string Taps(string input) => Stride == 1 ? $"{Kernel}" : $"({Kernel + Stride - 1} - {First(input)}) / {Stride}";

    /// <summary>The output of the first window position; the next one has the output before.</summary>
    public string Output(string input) => Stride == 1 ? Padded(input) : $"{Padded(input)} / {Stride}";

    private string Padded(string input) => Padding == 0 ? input : $"({input} + {Padding})";
}
