using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Generator.Layers.Conv;

/// <summary>Input positions with the same remainder by the stride.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Taps">Window positions that reach them, the one with the smallest output position last, evenly spaced.</param>
/// <param name="Offset">For the first tap: output position minus the index within the phase.</param>
/// <param name="Step">From a tap's output position to that of the next tap (0 or negative).</param>
internal sealed record Phase(int First, int Count, IReadOnlyList<int> Taps, int Offset, int Step);

/// <summary>
/// One axis of a convolution seen from its input: position i gets the output gradient at (i + padding - k dilation) / stride from tap k where
/// that division is whole.
/// </summary>
internal sealed record Axis(int Inputs, int Outputs, int Kernel, int Stride, int Dilation, int Padding)
{
    /// <summary>The phases of the stride that hold positions.</summary>
    public IReadOnlyList<Phase> Phases => Enumerable.Range(0, System.Math.Min(Stride, Inputs)).Select(PhaseAt).ToList();

    /// <summary>Zeros that the phases read before the first output gradient.</summary>
    public int Before => System.Math.Max(0, Phases.Where(p => p.Taps.Count > 0).Select(p => -(p.Offset + (p.Step * (p.Taps.Count - 1)))).DefaultIfEmpty(0).Max());

    /// <summary>Zeros that the phases read behind the last output gradient.</summary>
    public int After => System.Math.Max(0, Phases.Where(p => p.Taps.Count > 0).Select(p => p.Offset + p.Count - Outputs).DefaultIfEmpty(0).Max());

    private Phase PhaseAt(int first)
    {
        List<int> taps = Enumerable.Range(0, Kernel).Where(k => (first + Padding - (k * Dilation)) % Stride == 0).ToList();
        int Position(int tap) => (first + Padding - (tap * Dilation)) / Stride;
        return new Phase(
            first, ((Inputs - 1 - first) / Stride) + 1, taps, taps.Count > 0 ? Position(taps[0]) : 0, taps.Count > 1 ? Position(taps[1]) - Position(taps[0]) : 0);
    }
}
