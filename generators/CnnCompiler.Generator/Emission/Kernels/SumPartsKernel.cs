using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Adds the parts of a gradient in a fixed order, so that the sum does not depend on the number of threads.</summary>
/// <param name="Parts">How many.</param>
/// <param name="Floats">Floats of one part, a multiple of 16.</param>
internal sealed record SumPartsKernel(int Parts, int Floats) : Kernel
{
    private const int FloatsPerTask = 4096;

    public override string Summary => "Adds parts of a gradient, always in the same order.";

    public override string Tasks => $"{(Floats + FloatsPerTask - 1) / FloatsPerTask}";

    protected override string Title => "SumParts";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string floats = sizes["floats", Floats];
        writer.Line($"int last = Math.Min(end * {FloatsPerTask}, {floats});");
        using (writer.Block($"for (int i = begin * {FloatsPerTask}; i < last; i += {isa.Lanes})"))
        {
            writer.Line("V sum = Load(a->Scratch + i);");
            using (writer.Block($"for (int part = 1; part < {sizes["parts", Parts]}; part++)"))
            {
                writer.Line($"sum += Load(a->Scratch + (nint)part * {floats} + i);");
            }

            writer.Line("sum.Store(a->DY + i);");
        }
    }
}
