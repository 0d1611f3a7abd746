using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.AvgPool;

/// <summary>Gives each window's gradient to its pixels in equal shares.</summary>
internal sealed record AvgPoolBackwardKernel(View DX, View DY, View X, Window Window, Epilogue Epilogue, bool CountIncludePad)
    : PoolBackwardKernel(DX, DY, X, Window, Epilogue)
{
    public override string Summary => "Gradient of the mean of windows.";

    protected override string Title => "AvgPool_InputGradient_" + Geometry;

    protected override bool ReadsTaps => false;

    private AvgPoolDivisor Divisor => new(Window, DX.Height, DX.Width, DY.Height, DY.Width, CountIncludePad);

    // A cell is a whole window without padding.
    protected override void EmitCell(CodeWriter writer, VectorIsa isa, string gradient)
    {
        for (int v = 0; v < DX.Vectors(isa); v++)
        {
            writer.Line($"V share_v{v} = {isa.Load(gradient + ProductKernel.Plus(v * isa.Lanes))} * {Divisor.WholeReciprocal};");
        }
    }

    protected override string CellValue(VectorIsa isa, int vector, string index) => $"share_v{vector}";

    protected override void EmitShare(CodeWriter writer, VectorIsa isa, string gradient)
    {
        string scale = "";
        if (!Divisor.IsConstant)
        {
            writer.Line($"float scale = {Divisor.Reciprocal("i", "j")};");
            scale = " * scale";
        }

        for (int v = 0; v < DX.Vectors(isa); v++)
        {
            writer.Line($"sum_v{v} += {isa.Load(gradient + ProductKernel.Plus(v * isa.Lanes))}{scale};");
        }
    }

    protected override string Scaled(string sum) => Divisor.IsConstant ? $"{sum} * {Divisor.WholeReciprocal}" : sum;
}
