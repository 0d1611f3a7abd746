using System;
using System.Linq;

namespace CnnCompiler.Generator.Emission.Tiles;

/// <summary>Where windows lie along an axis: tap t of output o reads input First + o Stride + t Step, and zeros where there is none.</summary>
/// <param name="First">The input of the first output's first tap.</param>
/// <param name="Stride">From an output's window to that of the next.</param>
/// <param name="Step">From a tap to the next; negative where the window is turned round.</param>
/// <param name="Inputs">Inputs along the axis.</param>
internal readonly record struct WindowSpan(int First, int Stride, int Step, int Inputs)
{
    /// <summary>Whether some tap of some output lies outside.</summary>
    public bool Clips(int outputs, int taps)
    {
        int[] corners = [At(0, 0), At(outputs - 1, 0), At(0, taps - 1), At(outputs - 1, taps - 1)];
        return Inputs > 0 && outputs > 0 && taps > 0 && (corners.Min() < 0 || corners.Max() >= Inputs);
    }

    /// <summary>The outputs whose tap lies inside: the first one, and how many.</summary>
    public (int First, int Count) Outputs(int outputs, int tap)
    {
        WindowSpan span = this;
        var inside = Enumerable.Range(0, outputs).Where(output => span.At(output, tap) >= 0 && span.At(output, tap) < span.Inputs).ToList();
        return (inside.FirstOrDefault(), inside.Count);
    }

    private int At(int output, int tap) => First + (output * Stride) + (tap * Step);
}
