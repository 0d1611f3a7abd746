using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Pooling;

/// <summary>Gives each window's gradient to all its pixels.</summary>
internal sealed record SumPoolBackwardKernel(View DX, View DY, View X, Window Window, Epilogue Epilogue) : PoolBackwardKernel(DX, DY, X, Window, Epilogue)
{
    public override string Summary => "Gradient of the sum of windows.";

    protected override string Title => "SumPool_InputGradient_" + Geometry;

    protected override bool ReadsTaps => false;

    protected override void EmitCell(CodeWriter writer, VectorIsa isa, string gradient)
    {
        for (int v = 0; v < DX.Vectors(isa); v++)
        {
            writer.Line($"V share_v{v} = {isa.Load(gradient + ProductKernel.Plus(v * isa.Lanes))};");
        }
    }

    protected override string CellValue(VectorIsa isa, int vector, string index) => $"share_v{vector}";

    protected override void EmitShare(CodeWriter writer, VectorIsa isa, string gradient)
    {
        for (int v = 0; v < DX.Vectors(isa); v++)
        {
            writer.Line($"sum_v{v} += {isa.Load(gradient + ProductKernel.Plus(v * isa.Lanes))};");
        }
    }
}
