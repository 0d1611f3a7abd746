using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Pools;

namespace CnnCompiler.Generator.Layers.Pooling;

/// <summary>The walk of a pooling layer over the rows of its output.</summary>
/// <param name="Row">The code of a row.</param>
internal sealed record PoolForwardKernel(PoolRow Row) : Kernel
{
    public override string Summary => Row.Pool.Summary;

    public override string Tasks => $"{Row.X.Planes} * p.Count";

    protected override string Title => Row.Pool.Title + "_" + Row.Pool.Geometry;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Row.Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView x = sizes.Of("x", Row.X), y = sizes.Of("y", Row.Y);
        string blocks = sizes["blocks", Row.X.Planes], rows = sizes["pooledRows", Row.Y.Height];
        _ = sizes["pooledColumns", Row.Y.Width];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            writer.Line($"float* source = {x.At("X")}, target = {y.At("Y")};");
            Row.Pool.EmitTask(writer);
            using (writer.Block($"for (int row = 0; row < {rows}; row++)"))
            {
                writer.Line($"int top = {Row.Top(sizes)};");
                Row.Emit(writer, isa, sizes, new MapLines(x.Row), Row.X.Vectors(isa));
            }
        }
    }
}
