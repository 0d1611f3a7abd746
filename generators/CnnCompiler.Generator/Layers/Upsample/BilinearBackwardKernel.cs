using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Upsample;

/// <summary>Adds the gradients of the outputs that a pixel has a part in, weighted by that part.</summary>
internal sealed record BilinearBackwardKernel(View DX, View DY, View X, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Gradient of linear interpolation: {DY.Sizes()} to {DX.Sizes()}.";

    public override string Tasks => $"{DX.Planes} * p.Count";

    protected override string Title => $"UpsampleBilinear_InputGradient_{DX.Sizes()}_{DY.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        LinearAxis rows = new(DX.Height, DY.Height), columns = new(DX.Width, DY.Width);
        bool isLine = DX.Height == 1 && DY.Height == 1;
        UpsampleGradient.Emit(writer, isa, DX, DY, X, Epilogue, () =>
        {
            using (writer.Block(isLine ? "" : rows.Loop("i", "row")))
            {
                writer.Line($"float* line = gradient{(isLine ? "" : $" + i * {DY.Row}")};");
                if (!isLine)
                {
                    writer.Line($"float weightRow = {rows.Weight("i", "row")};");
                }

                using (writer.Block(columns.Loop("j", "column")))
                {
                    writer.Line($"V weight = Create({(isLine ? "" : "weightRow * ")}({columns.Weight("j", "column")}));");
                    for (int v = 0; v < isa.VectorsPerBlock; v++)
                    {
                        writer.Line($"sum_v{v} = {isa.MultiplyAdd($"Load(line + j * 16{ProductKernel.Plus(v * isa.Lanes)})", "weight", $"sum_v{v}")};");
                    }
                }
            }
        });
    }
}
