using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Copies a tensor through an epilogue: an activation that no other kernel took over, or its gradient.</summary>
/// <param name="From">What is read.</param>
/// <param name="To">What is written.</param>
/// <param name="Other">The tensor whose activation's derivative is applied; the same as <paramref name="To"/> without one.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Source">The argument that is read.</param>
/// <param name="Target">The argument that is written.</param>
/// <param name="Offset">Floats from the start of what is read to its first element that is copied.</param>
internal sealed record MapKernel(View From, View To, View Other, Epilogue Epilogue, string Source, string Target, int Offset = 0) : Kernel
{
    public override string Summary => "Elementwise over a tensor.";

    public override string Tasks => string.Format(CultureInfo.InvariantCulture, "{0} * p.Count", From.Planes);

    protected override string Title => Epilogue.Title.Length == 0 ? "Copy" : "Map_" + Epilogue.Title;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        string blocks = sizes["blocks", From.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            using (writer.Block($"for (int row = 0; row < {sizes["rows", From.Height]}; row++)"))
            {
                writer.Line($"float* source = {sizes.Of("source", From).RowAt(Source)}{(Offset == 0 ? "" : " + " + sizes["offset", Offset])};");
                writer.Line($"float* target = {sizes.Of("target", To).RowAt(Target)};");
                if (!Epilogue.Derivative.IsNone)
                {
                    writer.Line($"float* output = {sizes.Of("output", Other).RowAt("X2")};");
                }

                using (writer.Block($"for (int i = 0; i < {sizes["length", From.Width * 16]}; i += {isa.Lanes})"))
                {
                    writer.Line("V value = Load(source + i);");
                    Epilogue.Store(writer, isa, "value", "target + i", "output + i");
                }
            }
        }
    }
}
