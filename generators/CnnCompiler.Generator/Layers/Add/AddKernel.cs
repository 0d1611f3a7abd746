using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Add;

/// <summary>Adds two tensors.</summary>
/// <param name="X">The first.</param>
/// <param name="X2">The second.</param>
/// <param name="Y">The sum.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record AddKernel(View X, View X2, View Y, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"The sum of two {X.Sizes()} tensors.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => "Add_" + X.Sizes() + (Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            using (writer.Block($"for (int row = 0; row < {X.Height}; row++)"))
            {
                writer.Line(X.RowPointer("x", "a->X"));
                writer.Line(X2.RowPointer("x2", "a->X2"));
                writer.Line(Y.RowPointer("y", "a->Y"));
                using (writer.Block($"for (int i = 0; i < {X.Width * 16}; i += {isa.Lanes})"))
                {
                    writer.Line("V value = Load(x + i) + Load(x2 + i);");
                    Epilogue.Store(writer, isa, "value", "y + i", "");
                }
            }
        }
    }
}
