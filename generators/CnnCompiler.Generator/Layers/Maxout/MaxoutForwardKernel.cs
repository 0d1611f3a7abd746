using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Maxout;

/// <summary>The maximum of groups of consecutive channels. A NaN wins, as in PyTorch; of equal values the first one does.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Pieces">Channels of a group.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="StoresSwitches">Whether the winner's number in its group is stored for the backward pass, in the output's order without a halo.</param>
internal sealed record MaxoutForwardKernel(View X, View Y, int Pieces, Epilogue Epilogue, bool StoresSwitches) : Kernel
{
    public override string Summary => $"Maximum of {Pieces} channels: {X.Sizes()} to {Y.Sizes()}{(StoresSwitches ? ", with the number of the winner" : "")}.";

    public override string Tasks => $"{Y.Planes} * p.Count";

    protected override string Title => $"Maxout_{(StoresSwitches ? "ForwardTraining" : "Forward")}_{X.Sizes()}_{Pieces}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        writer.Line("float* values = stackalloc float[16];");
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {Y.Planes}, block = task % {Y.Planes};");
            writer.Line($"float* source = a->X + (nint)sample * {X.Sample};");
            writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample} + (nint)block * {Y.Plane};");
            if (StoresSwitches)
            {
                writer.Line($"int* switches = a->Switches + (nint)task * {Y.Height * Y.Width * 16};");
            }

            writer.Line(Y.Channels % 16 == 0 ? "const int channels = 16;" : $"int channels = Math.Min({Y.Channels} - block * 16, 16);");
            if (Y.Channels % 16 != 0)
            {
                writer.Line("new Span<float>(values, 16).Clear();");
            }

            using (writer.Block($"for (int row = 0; row < {Y.Height}; row++)"))
            using (writer.Block($"for (int column = 0; column < {Y.Width}; column++)"))
            {
                EmitPixel(writer, isa);
            }
        }
    }

    private void EmitPixel(CodeWriter writer, VectorIsa isa)
    {
        writer.Line($"float* pixel = source + row * {X.Row} + column * 16;");
        EmitGather(writer, "0");
        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            writer.Line($"V max_v{v} = {isa.Load("values" + ProductKernel.Plus(v * isa.Lanes))};");
            if (StoresSwitches)
            {
                writer.Line($"{isa.VectorClass}<int> winner_v{v} = {isa.VectorClass}<int>.Zero;");
            }
        }

        using (writer.Block($"for (int piece = 1; piece < {Pieces}; piece++)"))
        {
            EmitGather(writer, "piece");
            writer.Line("V value, wins;");
            for (int v = 0; v < isa.VectorsPerBlock; v++)
            {
                string max = $"max_v{v}", winner = $"winner_v{v}";
                writer.Line($"value = {isa.Load("values" + ProductKernel.Plus(v * isa.Lanes))}; wins = {isa.GreaterThan("value", max)} | (IsNaN(value) & ~IsNaN({max}));");
                writer.Line($"{max} = {isa.Select("wins", "value", max)};");
                if (StoresSwitches)
                {
                    writer.Line($"{winner} = {isa.Select("wins.AsInt32()", "Create(piece)", winner)};");
                }
            }
        }

        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            string lane = ProductKernel.Plus(v * isa.Lanes);
            if (StoresSwitches)
            {
                writer.Line($"winner_v{v}.Store(switches + (row * {Y.Width} + column) * 16{lane});");
            }

            Epilogue.Store(writer, isa, $"max_v{v}", $"target + row * {Y.Row} + column * 16{lane}", "");
        }
    }

    // One channel of each group; beyond the last group the values stay zero.
    private void EmitGather(CodeWriter writer, string piece)
    {
        using (writer.Block($"for (int i = 0, channel = block * {16 * Pieces}{(piece == "0" ? "" : " + " + piece)}; i < channels; i++, channel += {Pieces})"))
        {
            writer.Line($"values[i] = pixel[(nint)(channel / 16) * {X.Plane} + channel % 16];");
        }
    }
}
