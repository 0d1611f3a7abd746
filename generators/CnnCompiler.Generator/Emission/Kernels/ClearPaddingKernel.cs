using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Zeroes the channels that fill up the last block, after a function that does not keep zero.</summary>
internal sealed record ClearPaddingKernel(View Target) : Kernel
{
    public override string Summary => "Zeroes the channels that only fill up the last block.";

    public override string Tasks => "p.Count";

    protected override string Title => "ClearPadding";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView y = sizes.Of("y", Target);
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        using (writer.Block($"for (int row = 0; row < {sizes["rows", Target.Height]}; row++)"))
        {
            writer.Line($"float* y = a->Y + (nint)sample * {y.Sample} + {sizes["lastBlock", (Target.Planes - 1) * Target.Plane]} + row * {y.Row};");
            using (writer.Block($"for (int column = 0; column < {sizes["width", Target.Width]}; column++, y += 16)"))
            using (writer.Block($"for (int channel = {sizes["channels", Target.Channels % 16]}; channel < 16; channel++)"))
            {
                writer.Line("y[channel] = 0f;");
            }
        }
    }
}
