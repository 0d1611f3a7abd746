using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Adds the parts of a gradient in a fixed order, so that the sum does not depend on the number of threads.</summary>
/// <param name="Parts">How many.</param>
/// <param name="Floats">Floats of one part, a multiple of 16.</param>
internal sealed record SumPartsKernel(int Parts, int Floats) : Kernel
{
    private const int FloatsPerTask = 4096;

    public override string Summary => $"Adds {Parts} parts of a gradient of {Floats} floats, always in the same order.";

    public override string Tasks => $"{(Floats + FloatsPerTask - 1) / FloatsPerTask}";

    protected override string Title => $"SumParts_{Parts}x{Floats}";

    protected override bool IsUnique => true;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        writer.Line($"int last = Math.Min(end * {FloatsPerTask}, {Floats});");
        using (writer.Block($"for (int i = begin * {FloatsPerTask}; i < last; i += {isa.Lanes})"))
        {
            writer.Line("V sum = Load(a->Scratch + i);");
            using (writer.Block($"for (int part = 1; part < {Parts}; part++)"))
            {
                writer.Line($"sum += Load(a->Scratch + (nint)part * {Floats} + i);");
            }

            writer.Line("sum.Store(a->DY + i);");
        }
    }
}
