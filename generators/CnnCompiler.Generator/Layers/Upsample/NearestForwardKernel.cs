using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Upsample;

/// <summary>Repeats each pixel along both axes.</summary>
internal sealed record NearestForwardKernel(View X, View Y, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Repeats the pixels of {X.Sizes()} to {Y.Sizes()}.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"Upsample_Forward_{X.Sizes()}_{Y.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int rows = Y.Height / X.Height, columns = Y.Width / X.Width;
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            using (writer.Block($"for (int row = 0; row < {Y.Height}; row++)"))
            {
                writer.Line($"float* source = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + {(rows == 1 ? "row" : $"row / {rows}")} * {X.Row};");
                writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample} + (nint)block * {Y.Plane} + row * {Y.Row};");
                using (writer.Block($"for (int column = 0; column < {X.Width}; column++, source += 16)"))
                using (writer.Block($"for (int copy = 0; copy < {columns}; copy++, target += 16)"))
                {
                    for (int v = 0; v < isa.VectorsPerBlock; v++)
                    {
                        string lane = ProductKernel.Plus(v * isa.Lanes);
                        writer.Line($"V value_v{v} = {isa.Load("source" + lane)};");
                        Epilogue.Store(writer, isa, $"value_v{v}", "target" + lane, "");
                    }
                }
            }
        }
    }
}
