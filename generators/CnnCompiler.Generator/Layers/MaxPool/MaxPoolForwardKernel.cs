using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.MaxPool;

/// <summary>The maximum of each window. A NaN wins, as in PyTorch; of equal values the first one does.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Window">The window.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="StoresSwitches">Whether the winner's tap is stored for the backward pass, in the output's order without a halo.</param>
internal sealed record MaxPoolForwardKernel(View X, View Y, Window Window, Epilogue Epilogue, bool StoresSwitches) : PoolForwardKernel(X, Y, Window, Epilogue)
{
    public override string Summary => $"Maximum of each window{(StoresSwitches ? ", with the index of the winner" : "")}.";

    protected override string Title => (StoresSwitches ? "MaxPool_ForwardTraining_" : "MaxPool_Forward_") + Geometry;

    protected override void EmitTask(CodeWriter writer)
    {
        if (StoresSwitches)
        {
            writer.Line("int* switches = a->Switches + (nint)task * rows * columns * 16;");
        }
    }

    protected override void EmitVariables(CodeWriter writer, VectorIsa isa)
    {
        writer.Line($"V {Names(isa, "max_v")};");
        if (StoresSwitches)
        {
            writer.Line($"{(Window.Taps == 1 ? "" : "V value, wins;\n")}{isa.VectorClass}<int> {Names(isa, "winner_v")};");
        }
    }

    protected override void EmitFirst(CodeWriter writer, VectorIsa isa, bool whole)
    {
        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            writer.Line($"max_v{v} = {(whole ? isa.Load("window" + ProductKernel.Plus(v * isa.Lanes)) : "Create(float.NegativeInfinity)")};");
            if (StoresSwitches)
            {
                writer.Line($"winner_v{v} = {(whole ? $"{isa.VectorClass}<int>.Zero" : $"Create(firstRow * {(IsLarge ? "kernelColumns" : $"{Window.KernelWidth}")} + firstColumn)")};");
            }
        }
    }

    protected override void EmitTap(CodeWriter writer, VectorIsa isa, string pointer, int offset, string index)
    {
        for (int v = 0; v < isa.VectorsPerBlock; v++)
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

    protected override void EmitStore(CodeWriter writer, VectorIsa isa, string target)
    {
        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            string lane = ProductKernel.Plus(v * isa.Lanes);
            if (StoresSwitches)
            {
                writer.Line($"winner_v{v}.Store(switches + (row * columns + column) * 16{lane});");
            }

            Epilogue.Store(writer, isa, $"max_v{v}", target + lane, "");
        }
    }

    private static string Names(VectorIsa isa, string name) => string.Join(", ", Enumerable.Range(0, isa.VectorsPerBlock).Select(v => $"{name}{v}"));
}
