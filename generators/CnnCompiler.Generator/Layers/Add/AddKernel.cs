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
    public override string Summary => "The sum of two tensors.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => "Add" + (Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string blocks = sizes["blocks", X.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            using (writer.Block($"for (int row = 0; row < {sizes["rows", X.Height]}; row++)"))
            {
                writer.Line($"float* x = {sizes.Of("x", X).RowAt("X")};");
                writer.Line($"float* x2 = {sizes.Of("other", X2).RowAt("X2")};");
                writer.Line($"float* y = {sizes.Of("y", Y).RowAt("Y")};");
                using (writer.Block($"for (int i = 0; i < {sizes["length", X.Width * 16]}; i += {isa.Lanes})"))
                {
                    writer.Line("V value = Load(x + i) + Load(x2 + i);");
                    Epilogue.Store(writer, isa, "value", "y + i", "");
                }
            }
        }
    }
}
