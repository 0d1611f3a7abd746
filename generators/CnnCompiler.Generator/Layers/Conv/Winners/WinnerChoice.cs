using System;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Winners;
using CnnCompiler.Generator.Layers.Conv.Winograd;
using CnnCompiler.Generator.Shapes;
using static System.FormattableString;

namespace CnnCompiler.Generator.Layers.Conv.Winners;

/// <summary>
/// Whether a convolution before a maximum is derived from winner to winner: fewer multiply-adds, each with loads of its own. Estimates of the cycles that one
/// sample takes on one core with 256-bit vectors; the constants are measured.
/// </summary>
/// <param name="Window">The convolution's window.</param>
/// <param name="Input">The shape of its input.</param>
/// <param name="Output">The shape of what the maximum reads.</param>
/// <param name="Filters">Filters.</param>
/// <param name="Pooled">The shape of the maximum.</param>
/// <param name="Planar">Whether the input is a plane a channel.</param>
internal readonly record struct WinnerChoice(Window Window, Shape Input, Shape Output, int Filters, Shape Pooled, bool Planar)
{
    // A gradient by all pixels is written once; each gradient that follows from it reads it: 8 bytes a cycle.
    private const double MovedFloat = 4 / 8.0;

    // A vector of a window that is loaded and added to a sum; one that is added to memory; to go on to the next winner.
    private const double Sum = 0.6, Store = 1.1, Winner = 6;

    // Vectors of a window that code is written for.
    private const int MostVectors = 64;

    // Floats of a padded map, which stays in the second-level cache, and of all filters, which are read from the first-level one for each sample.
    private const int MostMap = 1 << 15, MostWeights = 1 << 13;

    // What has to be gained for code of its own.
    private const double WorthWhile = 0.8;

    /// <summary>Cycles of the weight gradient by all pixels; null: the weights are not trained.</summary>
    public double? WeightGradient { get; init; }

    /// <summary>Cycles of the input gradient by all pixels; null: training does not need it.</summary>
    public double? InputGradient { get; init; }

    /// <summary>Whether it is possible and faster.</summary>
    public bool Pays => InputVectors <= MostVectors && WindowVectors <= MostVectors
        && WinnerInputGradientKernel.MapFloats(Input.Channels, Input.Height, Input.Width, Window) <= MostMap
        && (InputGradient is null || Filters * InputVectors * 8 <= MostWeights) && Cycles < WorthWhile * AllPixels;

    // Vectors of a window by the lanes of the input's gradient, and of what the weight gradient sums.
    private int InputVectors => Window.Taps * ((Input.Channels + 7) / 8);

    private int WindowVectors => Planar ? Input.Channels * Window.KernelHeight * ((Window.KernelWidth + 7) / 8) : InputVectors;

    private double Cycles
    {
        get
        {
            double winners = (double)Pooled.Positions * Filters, passes = Math.Ceiling(WindowVectors / (double)WinnerWeightGradientKernel.SumsOfPass(new Avx2Isa()));
            return (WeightGradient is null ? 0 : winners * ((WindowVectors * Sum) + (passes * Winner))) + (InputGradient is null ? 0 : winners * ((InputVectors * Store) + Winner));
        }
    }

    private double AllPixels
    {
        get
        {
            int moves = 1 + (WeightGradient is null ? 0 : 1) + (InputGradient is null ? 0 : 1);
            return (WeightGradient ?? 0) + (InputGradient ?? 0) + (moves * MovedFloat * Output.Positions * InLanes(Filters));
        }
    }

    /// <summary>Cycles of a gradient by the direct kernels.</summary>
    /// <param name="output">The convolution's output.</param>
    /// <param name="window">Its window.</param>
    /// <param name="read">Channels that are read one by one.</param>
    /// <param name="lanes">Channels in lanes.</param>
    public static double Direct(Shape output, Window window, int read, int lanes) => output.Positions * window.Taps * (double)read * InLanes(lanes) / WinogradChoice.MacsPerCycle;

    /// <summary>The reason, for comments.</summary>
    public override string ToString() =>
        Invariant($"gradients from winner to winner of the maximum behind it, estimated {Cycles / AllPixels * 100:0} % of the cycles of gradients by all pixels");

    // Half a block, or whole ones.
    private static int InLanes(int channels) => channels <= 8 ? 8 : (channels + 15) / 16 * 16;
}
