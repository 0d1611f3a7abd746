using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Highway;

/// <summary>An input of a highway, in the order of the node's inputs.</summary>
internal enum HighwayPart
{
    Main,
    Gate,
    Carried,
}

/// <summary>The gradient by main (dy * gate), by the gate (dy * (main - x)) or by x (dy * (1 - gate)).</summary>
/// <param name="Part">Which one.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="Main">The main path.</param>
/// <param name="Gate">The gate.</param>
/// <param name="X">The input.</param>
/// <param name="DX">The gradient that is stored.</param>
/// <param name="Other">The tensor whose activation's derivative is applied.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record HighwayGradientKernel(HighwayPart Part, View DY, View Main, View Gate, View X, View DX, View Other, Epilogue Epilogue) : Kernel
{
    public override string Summary => Part switch
    {
        HighwayPart.Main => $"The gradient of a highway by its main path, {X.Sizes()}: dy * gate.",
        HighwayPart.Gate => $"The gradient of a highway by its gate, {X.Sizes()}: dy * (main - x).",
        _ => $"The gradient of a highway by its input, {X.Sizes()}: dy * (1 - gate).",
    };

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"Highway_{Part}Gradient_{X.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool derives = !Epilogue.Derivative.IsNone;
        if (derives)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            using (writer.Block($"for (int row = 0; row < {X.Height}; row++)"))
            {
                writer.Line(DY.RowPointer("dy", "a->DY"));
                if (Part == HighwayPart.Gate)
                {
                    writer.Line(Main.RowPointer("main", "a->X"));
                    writer.Line(X.RowPointer("x", "a->X3"));
                }
                else
                {
                    writer.Line(Gate.RowPointer("gate", "a->X3"));
                }

                writer.Line(DX.RowPointer("dx", "a->DX"));
                if (derives)
                {
                    writer.Line(Other.RowPointer("output", "a->X2"));
                }

                using (writer.Block($"for (int i = 0; i < {X.Width * 16}; i += {isa.Lanes})"))
                {
                    writer.Line("V value = Load(dy + i) * " + Part switch
                    {
                        HighwayPart.Main => "Load(gate + i);",
                        HighwayPart.Gate => "(Load(main + i) - Load(x + i));",
                        _ => "(V.One - Load(gate + i));",
                    });
                    Epilogue.Store(writer, isa, "value", "dx + i", "output + i");
                }
            }
        }
    }
}
