using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Pooling;

/// <summary>The sum of each window.</summary>
internal sealed record SumPoolForwardKernel(View X, View Y, Window Window, Epilogue Epilogue) : PoolForwardKernel(X, Y, Window, Epilogue)
{
    public override string Summary => "Sum of each window.";

    protected override string Title => "SumPool_Forward_" + Geometry;

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
        for (int v = 0; v < isa.VectorsPerBlock; v++)
        {
            Epilogue.Store(writer, isa, $"sum_v{v}", target + ProductKernel.Plus(v * isa.Lanes), "");
        }
    }
}
