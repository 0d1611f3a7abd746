using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Highway;

/// <summary>gate * main + (1 - gate) * x, as x + gate * (main - x).</summary>
/// <param name="Main">The main path.</param>
/// <param name="Gate">The gate.</param>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record HighwayForwardKernel(View Main, View Gate, View X, View Y, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"gate * main + (1 - gate) * x over {X.Sizes()} tensors.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => "Highway_Forward_" + X.Sizes() + (Epilogue.Title.Length == 0 ? "" : "_" + Epilogue.Title);

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            using (writer.Block($"for (int row = 0; row < {X.Height}; row++)"))
            {
                writer.Line(Main.RowPointer("main", "a->X"));
                writer.Line(Gate.RowPointer("gate", "a->X2"));
                writer.Line(X.RowPointer("x", "a->X3"));
                writer.Line(Y.RowPointer("y", "a->Y"));
                using (writer.Block($"for (int i = 0; i < {X.Width * 16}; i += {isa.Lanes})"))
                {
                    writer.Line("V carried = Load(x + i);");
                    writer.Line($"V value = {isa.MultiplyAdd("Load(gate + i)", "Load(main + i) - carried", "carried")};");
                    Epilogue.Store(writer, isa, "value", "y + i", "");
                }
            }
        }
    }
}
