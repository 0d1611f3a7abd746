using System;
using CnnCompiler.Generator.Shapes;
using static System.FormattableString;

namespace CnnCompiler.Generator.Layers.Conv.Winners;

/// <summary>
/// Whether a convolution before a maximum is derived from winner to winner: fewer multiply-adds, each with loads of its own. Estimates of the cycles that one
/// sample takes on one core with 256-bit vectors; the constants are measured.
/// </summary>
/// <param name="Window">The convolution's window.</param>
/// <param name="Input">The shape of its input.</param>
/// <param name="Filters">Filters.</param>
/// <param name="Pooled">The shape of the maximum.</param>
/// <param name="Planar">Whether the input is a plane a channel.</param>
/// <param name="Trained">Whether every training step needs the gradient by the input.</param>
/// <param name="WeightGradient">Cycles of the weight gradient by all pixels.</param>
/// <param name="InputGradient">Cycles of the input gradient by all pixels.</param>
/// <param name="Output">The shape of what the maximum reads.</param>
internal readonly record struct WinnerChoice(
    Window Window, Shape Input, int Filters, Shape Pooled, bool Planar, bool Trained, double WeightGradient, double InputGradient, Shape Output)
{
    // 16 multiply-adds a cycle, of which kernels reach 88 %; to store a gradient, to clear its halo and to read it twice: 8 bytes a cycle.
    private const double MacsPerCycle = 16 * 0.88, StoredFloat = 1.5;

    // A vector of a window that is loaded and added to a sum; one that is added to memory; to go on to the next winner.
    private const double Sum = 0.6, Store = 1.1, Winner = 6;

    // A pass of sums takes so many, as registers hold.
    private const int SumsOfPass = 13;

    // Vectors of a window that code is written for, floats of a padded map, and floats of the filters, which stay in the first-level cache.
    private const int MostVectors = 64, MostMap = 1 << 15, MostWeights = 1 << 13;

    // What has to be gained for code of its own.
    private const double WorthWhile = 0.8;

    /// <summary>Whether it is possible and faster.</summary>
    public bool Pays => InputVectors <= MostVectors && WindowVectors <= MostVectors && MapFloats <= MostMap && (!Trained || Filters * InputVectors * 8 <= MostWeights) && Cycles < WorthWhile * AllPixels;

    // Vectors of a window by the lanes of the input's gradient, and of what the weight gradient sums.
    private int InputVectors => Window.Taps * ((Input.Channels + 7) / 8);

    private int WindowVectors => Planar ? Input.Channels * Window.KernelHeight * ((Window.KernelWidth + 7) / 8) : InputVectors;

    private long MapFloats => (long)(Input.Height + Window.Top + Window.Bottom) * (Input.Width + Window.Left + Window.Right) * ((Input.Channels + 15) / 16) * 16;

    private double Cycles
    {
        get
        {
            double winners = (double)Pooled.Positions * Filters, passes = Math.Ceiling(WindowVectors / (double)SumsOfPass);
            double weights = winners * ((WindowVectors * Sum) + (passes * Winner));
            return weights + (Trained ? winners * ((InputVectors * Store) + Winner) : 0);
        }
    }

    private double AllPixels => WeightGradient + (Trained ? InputGradient : 0) + (StoredFloat * Output.Positions * ((Filters + 7) / 8 * 8));

    /// <summary>Cycles of a gradient by the direct kernels.</summary>
    public static double Direct(Window window, Shape input, int filters, Shape output, bool planar)
    {
        int inputs = input.Channels <= 16 || planar ? input.Channels : (input.Channels + 15) / 16 * 16;
        return output.Positions * window.Taps * inputs * (filters <= 8 ? 8 : (filters + 15) / 16 * 16) / MacsPerCycle;
    }

    /// <summary>The reason, for comments.</summary>
    public override string ToString() =>
        Invariant($"gradients from winner to winner of the maximum behind it, estimated {Cycles / AllPixels * 100:0} % of the cycles of all pixels");
}
