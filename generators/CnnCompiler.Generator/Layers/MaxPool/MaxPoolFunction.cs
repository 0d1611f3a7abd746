using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.MaxPool;

/// <summary>The maximum of each window. A NaN wins, as in PyTorch; of equal values the first one does.</summary>
/// <param name="Window">The window.</param>
/// <param name="StoresSwitches">Whether the winner's tap is stored for the backward pass, in the output's order without a halo.</param>
internal sealed record MaxPoolFunction(Window Window, bool StoresSwitches) : PoolFunction(Window)
{
    public override string Title => StoresSwitches ? "MaxPool_ForwardTraining" : "MaxPool_Forward";

    public override string Summary => $"Maximum of each window{(StoresSwitches ? ", with the index of the winner" : "")}.";

    public override string Result => "max_v";

    public override bool HasWinners => true;

    public override void EmitTask(CodeWriter writer)
    {
        if (StoresSwitches)
        {
            writer.Line("int* switches = a->Switches + (nint)task * pooledRows * pooledColumns * 16;");
        }
    }

    public override void EmitVariables(CodeWriter writer, VectorIsa isa, int vectors)
    {
        base.EmitVariables(writer, isa, vectors);
        if (StoresSwitches)
        {
            writer.Line($"{(Window.Taps == 1 ? "" : "V value, wins;\n")}{isa.VectorClass}<int> {Names("winner_v", vectors)};");
        }
    }

    public override void EmitFirst(CodeWriter writer, VectorIsa isa, int vectors, string? first)
    {
        for (int v = 0; v < vectors; v++)
        {
            writer.Line($"max_v{v} = {(first is null ? "Create(float.NegativeInfinity)" : isa.Load(first + ProductKernel.Plus(v * isa.Lanes)))};");
            if (StoresSwitches)
            {
                string tap = first is null ? $"Create(firstRow * {(IsLarge ? "kernelColumns" : $"{Window.KernelWidth}")} + firstColumn)" : $"{isa.VectorClass}<int>.Zero";
                writer.Line($"winner_v{v} = {tap};");
            }
        }
    }

    public override void EmitTap(CodeWriter writer, VectorIsa isa, int vectors, string pointer, int offset, string index)
    {
        for (int v = 0; v < vectors; v++)
        {
            string value = isa.Load(pointer + ProductKernel.Plus(offset + (v * isa.Lanes))), max = $"max_v{v}", winner = $"winner_v{v}";
            if (!StoresSwitches)
            {
                // The native maximum gives the second operand where one is NaN: only a NaN found before could get lost.
                writer.Line($"{max} = {isa.Select($"IsNaN({max})", max, $"MaxNative({max}, {value})")};");
                continue;
            }

            writer.Line($"value = {value}; wins = {isa.GreaterThan("value", max)} | IsNaN(value);");
            writer.Line($"{max} = {isa.Select("wins", "value", max)}; {winner} = {isa.Select("wins.AsInt32()", $"Create({index})", winner)};");
        }
    }

    public override void EmitResult(CodeWriter writer, VectorIsa isa, int vectors, PoolRow pool)
    {
        for (int v = 0; v < (StoresSwitches ? vectors : 0); v++)
        {
            writer.Line($"winner_v{v}.Store(switches + (row * pooledColumns + column) * 16{ProductKernel.Plus(v * isa.Lanes)});");
        }
    }
}
