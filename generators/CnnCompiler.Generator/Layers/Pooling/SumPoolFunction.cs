using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Pooling;

/// <summary>The sum of each window.</summary>
/// <param name="Window">The window.</param>
internal record SumPoolFunction(Window Window) : PoolFunction(Window)
{
    public override string Title => "SumPool_Forward";

    public override string Summary => "Sum of each window.";

    public override string Result => "sum_v";

    public override void EmitFirst(CodeWriter writer, VectorIsa isa, int vectors, string? first)
    {
        for (int v = 0; v < vectors; v++)
        {
            writer.Line($"sum_v{v} = {(first is null ? "V.Zero" : isa.Load(first + ProductKernel.Plus(v * isa.Lanes)))};");
        }
    }

    public override void EmitTap(CodeWriter writer, VectorIsa isa, int vectors, string pointer, int offset, string index)
    {
        for (int v = 0; v < vectors; v++)
        {
            writer.Line($"sum_v{v} += {isa.Load(pointer + ProductKernel.Plus(offset + (v * isa.Lanes)))};");
        }
    }
}
