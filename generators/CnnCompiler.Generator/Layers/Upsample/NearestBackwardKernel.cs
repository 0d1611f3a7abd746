using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Upsample;

/// <summary>Adds the gradients of a pixel's copies.</summary>
internal sealed record NearestBackwardKernel(View DX, View DY, View X, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Adds gradients of {DY.Sizes()} over the copies of each pixel of {DX.Sizes()}.";

    public override string Tasks => $"{DX.Planes} * p.Count";

    protected override string Title => $"Upsample_InputGradient_{DX.Sizes()}_{DY.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        int rows = DY.Height / DX.Height, columns = DY.Width / DX.Width;
        UpsampleGradient.Emit(writer, isa, DX, DY, X, Epilogue, () =>
        {
            writer.Line($"float* copies = gradient + row * {rows * DY.Row} + column * {columns * 16};");
            using (writer.Block($"for (int i = 0; i < {rows}; i++)"))
            using (writer.Block($"for (int j = 0; j < {columns}; j++)"))
            {
                for (int v = 0; v < isa.VectorsPerBlock; v++)
                {
                    writer.Line($"sum_v{v} += {isa.Load($"copies + i * {DY.Row} + j * 16{ProductKernel.Plus(v * isa.Lanes)}")};");
                }
            }
        });
    }
}
