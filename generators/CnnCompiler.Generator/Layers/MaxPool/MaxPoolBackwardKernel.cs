using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Pooling;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.MaxPool;

/// <summary>Gives each window's gradient to the pixel that won it.</summary>
internal sealed record MaxPoolBackwardKernel(View DX, View DY, View X, Window Window, Epilogue Epilogue) : PoolBackwardKernel(DX, DY, X, Window, Epilogue)
{
    public override string Summary => "Gradient of the maximum of windows.";

    protected override string Title => "MaxPool_InputGradient_" + Geometry;

    protected override bool ReadsTaps => true;

    private string Winner => "switches + (i * columns + j) * 16";

    protected override void EmitTask(CodeWriter writer) =>
        writer.Line("int* switches = a->Switches + (nint)task * rows * columns * 16;");

    protected override void EmitCell(CodeWriter writer, VectorIsa isa, string gradient)
    {
        for (int v = 0; v < DX.Vectors(isa); v++)
        {
            string lane = ProductKernel.Plus(v * isa.Lanes);
            writer.Line($"V share_v{v} = {isa.Load(gradient + lane)};");
            writer.Line($"{isa.VectorClass}<int> winner_v{v} = {isa.Load(Winner + lane)};");
        }
    }

    protected override string CellValue(VectorIsa isa, int vector, string index) => Select(isa, $"winner_v{vector}", $"Create({index})", $"share_v{vector}");

    protected override void EmitShare(CodeWriter writer, VectorIsa isa, string gradient)
    {
        writer.Line($"{isa.VectorClass}<int> tap = Create(tapRow * {Window.KernelWidth} + tapColumn);");
        for (int v = 0; v < DX.Vectors(isa); v++)
        {
            string lane = ProductKernel.Plus(v * isa.Lanes);
            writer.Line($"sum_v{v} += {Select(isa, isa.Load(Winner + lane), "tap", isa.Load(gradient + lane))};");
        }
    }

    // Qualified: without its class, Equals is that of object.
    private static string Select(VectorIsa isa, string winner, string tap, string share) =>
        isa.Select($"{isa.VectorClass}.Equals({winner}, {tap}).AsSingle()", share, "V.Zero");
}
