using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.ZeroPad;

/// <summary>Copies a map into the middle of a larger one whose border is zero.</summary>
/// <param name="X">The map.</param>
/// <param name="Y">The larger one.</param>
/// <param name="Rows">Zero rows above.</param>
/// <param name="Columns">Zero columns on the left.</param>
/// <param name="Epilogue">What happens before the store, to the border too.</param>
internal sealed record ZeroPadKernel(View X, View Y, int Rows, int Columns, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Copies a {X.Sizes()} map into the middle of a {Y.Sizes()} one whose border is zero.";

    public override string Tasks => $"{X.Planes} * p.Count";

    protected override string Title => $"ZeroPad_Forward_{X.Sizes()}_{Y.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {X.Planes}, block = task % {X.Planes};");
            using (writer.Block($"for (int row = 0; row < {Y.Height}; row++)"))
            {
                writer.Line($"float* source = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + (row{ProductKernel.Plus(-Rows)}) * {X.Row}{ProductKernel.Plus(-Columns * 16)};");
                writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample} + (nint)block * {Y.Plane} + row * {Y.Row};");
                string columns = $"i >= {Columns * 16} && i < {(Columns + X.Width) * 16}";
                writer.Line(Rows == 0 ? "const bool inside = true;" : $"bool inside = row >= {Rows} && row < {Rows + X.Height};");
                using (writer.Block($"for (int i = 0; i < {Y.Width * 16}; i += {isa.Lanes})"))
                {
                    writer.Line($"V value = inside && {columns} ? Load(source + i) : V.Zero;");
                    Epilogue.Store(writer, isa, "value", "target + i", "");
                }
            }
        }
    }
}
