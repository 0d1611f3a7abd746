using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using static System.FormattableString;

namespace CnnCompiler.Generator.Emission.Winners;

/// <summary>
/// The gradient by the weights of a convolution whose output only a maximum reads: for each filter, the windows at its winners, each times the winner's
/// gradient. Lanes are inputs, or, of planes, columns of the window. Sums of a part of the batch lie as <see cref="WinnerSums"/> says, those of the bias behind them.
/// </summary>
/// <param name="Winners">The winners.</param>
/// <param name="X">The input of the convolution.</param>
/// <param name="Filters">Filters.</param>
/// <param name="Bias">Whether there is a bias gradient too.</param>
internal sealed record WinnerWeightGradientKernel(PoolWinners Winners, View X, int Filters, bool Bias) : Kernel
{
    // Floats of a strip of the input: half of a first-level cache of 32 KiB.
    private const int StripFloats = 4096;

    // The gradient of a winner, and two that the compiler needs; sums take the other registers.
    private const int OtherRegisters = 3;

    // Multiply-adds, by lanes of 16, below which a part is not worth its sums.
    private const long FewestMacs = 1_000_000;

    public override string Summary =>
        $"Gradient of the weights{(Bias ? " and the bias" : "")} of a convolution before a maximum: the windows at the winners, summed for each filter.";

    public override string Tasks => PartsOf("p.Count");

    public override long Workspace => (long)Lines * Winners.Output.Width * 16;

    protected override string Title => "Conv_WinnerWeightGradient_" + Winners.Title;

    /// <summary>Most parts of the batch.</summary>
    public static int MostParts => 8;

    /// <summary>The sums of a filter.</summary>
    public WinnerSums Sums => new(X, Winners.Convolution);

    /// <summary>Floats of the sums of a part: of its filters, and of the bias.</summary>
    public int PartFloats => (Filters * Sums.MostFloats) + (Bias ? Winners.Gradient.Planes * VectorIsa.Block : 0);

    /// <summary>Parts of a batch, as an expression: as many as have enough samples each. It depends on nothing else, so that bits do not either.</summary>
    public string PartsOf(string count)
    {
        long macs = (long)Winners.Output.Height * Winners.Output.Width * Filters * Sums.MostFloats;
        return $"global::System.Math.Clamp({count} / {(FewestMacs + macs - 1) / macs}, 1, {MostParts})";
    }

    public override IEnumerable<Code> Uses(VectorIsa isa) => Winners.Uses;

    /// <summary>Sums that fit the registers.</summary>
    public static int SumsOfPass(VectorIsa isa) => isa.Registers - OtherRegisters;

    private int Lines => Math.Max(1, Math.Min(Winners.Output.Height, StripFloats / Math.Max(1, Winners.Step.Rows * X.Row * (X.Blocked ? X.Planes : X.Channels))));

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string rows = sizes["rows", Winners.Output.Height], columns = sizes["columns", Winners.Output.Width], blocks = sizes["blocks", Winners.Gradient.Planes];
        string filters = sizes["filters", Filters], part = sizes["partSums", PartFloats], row = sizes["xRow", X.Row], lines = sizes["lines", Lines];
        string pixel = Invariant($"{X.Pixel}"), sums = Invariant($"{Sums.Floats(isa)}");
        Winners.EmitPlaces(writer, sizes, row, pixel);
        writer.Line($"float* shares = a->Workspace;");
        writer.Line($"int parts = {PartsOf("a->Count")};");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"float* sums = a->Scratch + (nint)task * {part}{(Bias ? $", biases = sums + {filters} * {sums}" : "")};");
            writer.Line($"new Span<float>(sums, {part}).Clear();");
            writer.Line("int endSample = (int)((long)a->Count * (task + 1) / parts);");
            using (writer.Block("for (int sample = (int)((long)a->Count * task / parts); sample < endSample; sample++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {sizes["xSample", X.Sample]} + {sizes["xFirst", First]};");
                using (writer.Block($"for (int block = 0; block < {blocks}; block++)"))
                {
                    writer.Line($"int* switches = a->Switches + ((nint)sample * {blocks} + block) * {rows} * {columns} * 16;");
                    writer.Line("// Strips of the input stay in the first-level cache while all filters of the block pass over them.");
                    using (writer.Block($"for (int line = 0; line < {rows}; line += {lines})"))
                    {
                        writer.Line($"int lastLine = Math.Min(line + {lines}, {rows});");
                        using (writer.Block(""))
                        {
                            Winners.EmitShares(writer, isa, sizes, "line", "lastLine", Bias ? "biases + block * 16" : null);
                        }

                        writer.Line($"int last = Math.Min(16, {filters} - block * 16);");
                        using (writer.Block("for (int channel = 0; channel < last; channel++)"))
                        {
                            writer.Line($"float* filter = sums + (block * 16 + channel) * {sums};");
                            EmitFilter(writer, isa, sizes, row, pixel);
                        }
                    }
                }
            }
        }
    }

    private int First => ((Winners.First.Rows - Winners.Convolution.Top) * X.Row) + ((Winners.First.Columns - Winners.Convolution.Left) * X.Pixel);

    // As many sums as fit the registers pass over the winners together.
    private void EmitFilter(CodeWriter writer, VectorIsa isa, Sizes sizes, string row, string pixel)
    {
        List<(int Sum, int Place)> all = [.. Sums.Vectors(isa)];
        int most = SumsOfPass(isa), passes = (all.Count + most - 1) / most;
        for (int pass = 0; pass < passes; pass++)
        {
            List<(int Sum, int Place)> some = all.Skip(all.Count * pass / passes).Take((all.Count * (pass + 1) / passes) - (all.Count * pass / passes)).ToList();
            using (writer.Block(""))
            {
                writer.Wrap("V ", some.Select((vector, i) => $"sum{i} = Load(filter{ProductKernel.Plus(vector.Sum)})"), ", ", ";");
                Winners.EmitLoop(writer, sizes, "line", "lastLine", "x", row, pixel, () =>
                {
                    for (int i = 0; i < some.Count; i++)
                    {
                        writer.Line($"sum{i} = {isa.MultiplyAdd("share", $"Load(place{ProductKernel.Plus(some[i].Place)})", $"sum{i}")};");
                    }
                });
                for (int i = 0; i < some.Count; i++)
                {
                    writer.Line($"sum{i}.Store(filter{ProductKernel.Plus(some[i].Sum)});");
                }
            }
        }
    }
}
