using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>The gradient of a bias: the sum of the output's over samples and positions, in a fixed order for each block of channels.</summary>
/// <param name="DY">The gradient by the output.</param>
internal sealed record BiasGradientKernel(View DY) : Kernel
{
    public override string Summary => "Sums of a gradient over samples and positions.";

    public override string Tasks => $"{DY.Planes}";

    protected override string Title => "BiasGradient";

    public override IEnumerable<Code> Uses(VectorIsa isa) => [SumTile.Instance];

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView dy = sizes.Of("dy", DY);
        using (writer.Block("for (int block = begin; block < end; block++)"))
        {
            writer.Line("float* db = a->DBias + block * 16;");
            writer.Line("new Span<float>(db, 16).Clear();");
            using (writer.Block("for (int sample = 0; sample < a->Count; sample++)"))
            {
                writer.Line(SumTile.Instance.Call(isa, dy.At("DY"), "db", sizes["width", DY.Width], "16", sizes["rows", DY.Height], dy.Row));
            }
        }
    }
}
