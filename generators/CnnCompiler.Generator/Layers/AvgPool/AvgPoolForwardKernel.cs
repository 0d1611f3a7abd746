using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

/// <summary>The mean of each window.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Window">The window.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="CountIncludePad">Whether padding counts as positions of a window.</param>
internal sealed record AvgPoolForwardKernel(View X, View Y, Window Window, Epilogue Epilogue, bool CountIncludePad) : PoolForwardKernel(X, Y, Window, Epilogue)
{
    public override string Summary => "Mean of each window.";

    protected override string Title => "AvgPool_Forward_" + Geometry;

    private AvgPoolDivisor Divisor => new(Window, X.Height, X.Width, Y.Height, Y.Width, CountIncludePad);

    protected override void EmitVariables(CodeWriter writer, VectorIsa isa) =>
        writer.Line($"V {string.Join(", ", Enumerable.Range(0, isa.VectorsPerBlock).Select(v => $"sum_v{v}"))};");

    protected override void EmitFirst(CodeWriter writer, VectorIsa isa, bool whole)
    {
        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            writer.Line($"sum_v{v} = {(whole ? isa.Load("window" + ProductKernel.Plus(v * isa.Lanes)) : "V.Zero")};");
        }
    }

    protected override void EmitTap(CodeWriter writer, VectorIsa isa, string pointer, int offset, string index)
    {
        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            writer.Line($"sum_v{v} += {isa.Load(pointer + ProductKernel.Plus(offset + (v * isa.Lanes)))};");
        }
    }

    protected override void EmitStore(CodeWriter writer, VectorIsa isa, string target)
    {
        string scale = IsLarge ? "(1f / (kernelRows * kernelColumns))" : Divisor.WholeReciprocal;
        if (!Divisor.IsConstant)
        {
            writer.Line($"float scale = {Divisor.Reciprocal("row", "column")};");
            scale = "scale";
        }

        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            writer.Line($"sum_v{v} *= {scale};");
            Epilogue.Store(writer, isa, $"sum_v{v}", target + ProductKernel.Plus(v * isa.Lanes), "");
        }
    }
}
