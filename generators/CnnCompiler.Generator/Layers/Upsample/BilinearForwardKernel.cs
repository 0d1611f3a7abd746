using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Upsample;

/// <summary>Interpolates between the two nearest rows and columns; signals have one row.</summary>
internal sealed record BilinearForwardKernel(View X, View Y, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Linear interpolation of {X.Sizes()} to {Y.Sizes()}.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"UpsampleBilinear_Forward_{X.Sizes()}_{Y.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        LinearAxis rows = new(X.Height, Y.Height), columns = new(X.Width, Y.Width);
        bool isLine = X.Height == 1;
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            writer.Line($"float* source = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane};");
            using (writer.Block($"for (int row = 0; row < {Y.Height}; row++)"))
            {
                if (!isLine)
                {
                    rows.EmitNeighbours(writer, "Row", "row", X.Row);
                }

                writer.Line($"float* above = source{(isLine ? "" : " + firstRow, below = source + secondRow")};");
                writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample} + (nint)block * {Y.Plane} + row * {Y.Row};");
                using (writer.Block($"for (int column = 0; column < {Y.Width}; column++, target += 16)"))
                {
                    columns.EmitNeighbours(writer, "Column", "column", 16);
                    for (int v = 0; v < isa.VectorsPerBlock; v++)
                    {
                        string lane = ProductKernel.Plus(v * isa.Lanes);
                        writer.Line($"V value_v{v} = {Between(isa, "above", lane)};");
                        if (!isLine)
                        {
                            writer.Line($"value_v{v} = {isa.MultiplyAdd($"{Between(isa, "below", lane)} - value_v{v}", "Create(weightRow)", $"value_v{v}")};");
                        }

                        Epilogue.Store(writer, isa, $"value_v{v}", "target" + lane, "");
                    }
                }
            }
        }
    }

    private static string Between(VectorIsa isa, string line, string lane)
    {
        string first = $"Load({line} + firstColumn{lane})";
        return isa.MultiplyAdd($"Load({line} + secondColumn{lane}) - {first}", "Create(weightColumn)", first);
    }
}
