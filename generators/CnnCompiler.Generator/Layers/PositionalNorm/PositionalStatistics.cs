using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PositionalNorm;

/// <summary>What the forward pass leaves of each position: the mean relative to the first channel, and 1 / sqrt(variance + epsilon).</summary>
internal static class PositionalStatistics
{
    /// <summary>Floats of a sample, in whole vectors.</summary>
    public static int Floats(View x) => ((2 * x.Height * x.Width) + 15) / 16 * 16;

    /// <summary>The address of those of variables <c>sample</c> and <c>row</c>.</summary>
    public static string Row(View x) => $"a->Mean + (nint)sample * {Floats(x)} + row * {2 * x.Width}";
}
