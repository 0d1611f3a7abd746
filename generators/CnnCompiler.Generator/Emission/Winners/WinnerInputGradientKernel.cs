using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Emission.Winners;

/// <summary>
/// The gradient by the input of a convolution whose output only a maximum reads: each winner adds its gradient, times its filter, to a padded map in the
/// working memory, from which it is stored.
/// </summary>
/// <param name="Winners">The winners.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="X">The input, whose activation's derivative is applied.</param>
/// <param name="Filters">Filters.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record WinnerInputGradientKernel(PoolWinners Winners, View DX, View X, int Filters, Epilogue Epilogue) : Kernel
{
    public override string Summary => "Gradient by the input of a convolution before a maximum: winners add their gradients times their filters.";

    public override string Tasks => "p.Count";

    public override long Workspace => MapFloats(DX.Channels, DX.Height, DX.Width, Winners.Convolution) + ShareFloats;

    protected override string Title => "Conv_WinnerInputGradient_" + Winners.Title;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Winners.Uses.Concat(Epilogue.Uses());

    private Window Window => Winners.Convolution;

    private int PaddedWidth => DX.Width + Window.Left + Window.Right;

    private int PaddedHeight => DX.Height + Window.Top + Window.Bottom;

    private long ShareFloats => (long)Winners.Output.Height * Winners.Output.Width * 16;

    /// <summary>Floats of the padded map, at most.</summary>
    public static long MapFloats(int channels, int height, int width, Window window) =>
        (long)(height + window.Top + window.Bottom) * (width + window.Left + window.Right) * ((channels + 15) / 16 * 16);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int pixel = DX.FilledChannels(isa), row = PaddedWidth * pixel;
        string rows = sizes["rows", Winners.Output.Height], columns = sizes["columns", Winners.Output.Width], blocks = sizes["blocks", Winners.Gradient.Planes];
        string filters = sizes["filters", Filters], height = sizes["paddedHeight", PaddedHeight];
        Winners.EmitPlaces(writer, sizes, $"{row}", $"{pixel}");
        writer.Line($"float* shares = a->Workspace, map = shares + {sizes["shareFloats", ShareFloats]};");
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            writer.Line($"new Span<float>(map, {height} * {row}).Clear();");
            using (writer.Block($"for (int block = 0; block < {blocks}; block++)"))
            {
                writer.Line($"int* switches = a->Switches + ((nint)sample * {blocks} + block) * {rows} * {columns} * 16;");
                Winners.EmitShares(writer, isa, sizes, "0", rows, null);
                writer.Line($"int last = Math.Min(16, {filters} - block * 16);");
                using (writer.Block("for (int channel = 0; channel < last; channel++)"))
                {
                    writer.Line($"float* filter = a->W + (block * 16 + channel) * {Window.Taps * pixel};");
                    Winners.EmitLoop(writer, sizes, "0", rows, $"map + {sizes["firstPixel", (Winners.First.Rows * PaddedWidth) + Winners.First.Columns]} * {pixel}", $"{row}", $"{pixel}", () => EmitWinner(writer, isa, pixel, row));
                }
            }

            writer.Line();
            using (writer.Block(""))
            {
                EmitStore(writer, isa, sizes, pixel, row);
            }
        }
    }

    // The map's rows are numbers in the text: addresses hold them, where variables would take instructions for each winner.
    private void EmitWinner(CodeWriter writer, VectorIsa isa, int pixel, int row)
    {
        for (int tap = 0; tap < Window.Taps; tap++)
        {
            int place = (tap / Window.KernelWidth * Window.DilationHeight * row) + (tap % Window.KernelWidth * Window.DilationWidth * pixel);
            for (int lane = 0; lane < pixel; lane += isa.Lanes)
            {
                string target = "place" + ProductKernel.Plus(place + lane);
                writer.Line($"{isa.MultiplyAdd("share", $"Load(filter{ProductKernel.Plus((tap * pixel) + lane)})", $"Load({target})")}.Store({target});");
            }
        }
    }

    private void EmitStore(CodeWriter writer, VectorIsa isa, Sizes sizes, int pixel, int row)
    {
        SizedView dx = sizes.Of("dx", DX), x = sizes.Of("x", X);
        writer.Line(Epilogue.Derivative.IsNone ? "V value;\nfloat* target;" : "V value, y;\nfloat* target, output;");
        using (writer.Block($"for (int i = 0; i < {sizes["height", DX.Height]}; i++)"))
        using (writer.Block($"for (int j = 0; j < {sizes["width", DX.Width]}; j++)"))
        {
            writer.Line($"float* source = map + (i{ProductKernel.Plus(Window.Top)}) * {row} + (j{ProductKernel.Plus(Window.Left)}) * {pixel};");
            for (int block = 0; block < DX.Planes; block++)
            {
                writer.Line($"target = a->DX + (nint)sample * {dx.Sample} + {block} * {dx.Plane} + i * {dx.Row} + j * 16;");
                if (!Epilogue.Derivative.IsNone)
                {
                    writer.Line($"output = a->X2 + (nint)sample * {x.Sample} + {block} * {x.Plane} + i * {x.Row} + j * 16;");
                }

                for (int v = 0; v < isa.VectorsPerBlock; v++)
                {
                    string lane = ProductKernel.Plus(v * isa.Lanes);
                    if (v < DX.Vectors(isa))
                    {
                        writer.Line($"value = Load(source{ProductKernel.Plus((block * 16) + (v * isa.Lanes))});");
                        Epilogue.Store(writer, isa, "value", "target" + lane, "output" + lane);
                    }
                    else if (!Epilogue.Accumulate)
                    {
                        writer.Line($"V.Zero.Store(target{lane});");
                    }
                }
            }
        }
    }
}
