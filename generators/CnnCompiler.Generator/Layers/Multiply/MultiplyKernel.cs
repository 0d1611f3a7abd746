using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Multiply;

/// <summary>Multiplies two tensors: two branches, or a gradient and the other branch.</summary>
/// <param name="A">The first factor.</param>
/// <param name="B">The second factor.</param>
/// <param name="To">The product.</param>
/// <param name="Other">The tensor whose activation's derivative is applied.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="First">The argument of the first factor.</param>
/// <param name="Second">The argument of the second factor.</param>
/// <param name="Target">The argument of the product.</param>
internal sealed record MultiplyKernel(View A, View B, View To, View Other, Epilogue Epilogue, string First, string Second, string Target) : Kernel
{
    public override string Summary => "The product of two tensors.";

    public override string Tasks => $"{A.Planes} * p.Count";

    protected override string Title => "Multiply" + (Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool derives = !Epilogue.Derivative.IsNone;
        if (derives)
        {
            writer.Line("V y;");
        }

        string blocks = sizes["blocks", A.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            using (writer.Block($"for (int row = 0; row < {sizes["rows", A.Height]}; row++)"))
            {
                writer.Line($"float* first = {sizes.Of("first", A).RowAt(First)};");
                writer.Line($"float* second = {sizes.Of("second", B).RowAt(Second)};");
                writer.Line($"float* target = {sizes.Of("target", To).RowAt(Target)};");
                if (derives)
                {
                    writer.Line($"float* output = {sizes.Of("output", Other).RowAt("X2")};");
                }

                using (writer.Block($"for (int i = 0; i < {sizes["length", A.Width * 16]}; i += {isa.Lanes})"))
                {
                    writer.Line("V value = Load(first + i) * Load(second + i);");
                    Epilogue.Store(writer, isa, "value", "target + i", "output + i");
                }
            }
        }
    }
}
