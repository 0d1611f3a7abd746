using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

/// <summary>The mean of each window.</summary>
/// <param name="Window">The window.</param>
/// <param name="CountIncludePad">Whether padding counts as positions of a window.</param>
internal sealed record AvgPoolFunction(Window Window, bool CountIncludePad) : SumPoolFunction(Window)
{
    public override string Title => "AvgPool_Forward";

    public override string Summary => "Mean of each window.";

    public override void EmitResult(CodeWriter writer, VectorIsa isa, int vectors, PoolRow pool)
    {
        var divisor = new AvgPoolDivisor(Window, pool.X.Height, pool.X.Width, pool.Y.Height, pool.Y.Width, CountIncludePad);
        string scale = IsLarge ? "(1f / (kernelRows * kernelColumns))" : divisor.WholeReciprocal;
        if (!divisor.IsConstant)
        {
            writer.Line($"float scale = {divisor.Reciprocal("row", "column")};");
            scale = "scale";
        }

        for (int v = 0; v < vectors; v++)
        {
            writer.Line($"sum_v{v} *= {scale};");
        }
    }
}
