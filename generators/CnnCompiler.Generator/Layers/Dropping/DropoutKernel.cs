using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Dropping;

/// <summary>
/// Drops elements and keeps the others times a factor; to either a constant may be added. Which of them are dropped follows from the call's key, the layer and the element's number alone,
/// so that backward finds it again without a stored mask, and neither threads nor vector lengths matter.
/// </summary>
/// <param name="From">What is read.</param>
/// <param name="To">What is written.</param>
/// <param name="Other">The tensor whose activation's derivative is applied; the same as <paramref name="To"/> without one.</param>
/// <param name="Rate">The probability that an element is dropped.</param>
/// <param name="Scale">Factor of elements that are kept; dropped ones have factor 0.</param>
/// <param name="Kept">Added to elements that are kept.</param>
/// <param name="Dropped">Added to elements that are dropped.</param>
/// <param name="Layer">Tells the layers of a network apart.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Source">The argument that is read.</param>
/// <param name="Target">The argument that is written.</param>
internal sealed record DropoutKernel(
    View From, View To, View Other, double Rate, double Scale, double Kept, double Dropped, int Layer, Epilogue Epilogue, string Source, string Target) : Kernel
{
    public override string Summary => "Drops elements with a probability and scales the others.";

    public override string Tasks => $"{From.Planes} * p.Count";

    protected override string Title => $"Dropout_{(Target == "DX" ? "InputGradient" : "Forward")}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses().Append(MixBits.Instance);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string integers = isa.VectorClass + "<uint>", row = sizes["length", From.Width * 16];
        if (!Epilogue.Derivative.IsNone)
        {
            writer.Line("V y;");
        }

        DropMask.EmitKey(writer, isa, sizes, Layer);
        writer.Line($"V scale = {isa.Broadcast(sizes.Real("scale", Scale))};");
        string blocks = sizes["blocks", From.Planes];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            DropMask.EmitNumber(writer, blocks);
            using (writer.Block($"for (int row = 0; row < {sizes["rows", From.Height]}; row++)"))
            {
                writer.Line("// Elements are numbered without regard to borders in memory.");
                writer.Line($"uint first = unchecked((number * (uint){sizes["rows", From.Height]} + (uint)row) * (uint){row});");
                writer.Line($"float* source = {sizes.Of("source", From).RowAt(Source)};");
                writer.Line($"float* target = {sizes.Of("target", To).RowAt(Target)};");
                if (!Epilogue.Derivative.IsNone)
                {
                    writer.Line($"float* output = {sizes.Of("output", Other).RowAt("X2")};");
                }

                using (writer.Block($"for (int i = 0; i < {row}; i += {isa.Lanes})"))
                {
                    DropMask.Emit(writer, isa, sizes, Rate, $"Create(unchecked(first + (uint)i)) + {integers}.Indices");

                    // A product, so that a NaN is not dropped.
                    string added = (Kept, Dropped) == (0, 0) ? "" : " + " + isa.Select("kept", isa.Broadcast(sizes.Real("kept", Kept)), isa.Broadcast(sizes.Real("dropped", Dropped)));
                    writer.Line($"V value = Load(source + i) * (kept & scale){added};");
                    Epilogue.Store(writer, isa, "value", "target + i", "output + i");
                }
            }
        }
    }
}
