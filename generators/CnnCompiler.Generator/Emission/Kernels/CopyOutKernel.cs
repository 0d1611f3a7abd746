using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Copies a tensor into the caller's layout, a plane a channel.</summary>
internal sealed record CopyOutKernel(View From, View To) : Kernel
{
    public override string Summary => "Copies a tensor to the caller, a plane a channel.";

    public override string Tasks => "p.Count";

    protected override string Title => "CopyOut";

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView x = sizes.Of("x", From), y = sizes.Of("y", To);
        string channel = From.Blocked ? $"(nint)(channel / 16) * {x.Plane} + channel % 16" : $"(nint)channel * {x.Plane}";
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        using (writer.Block($"for (int channel = 0; channel < {sizes["channels", From.Channels]}; channel++)"))
        using (writer.Block($"for (int row = 0; row < {sizes["rows", From.Height]}; row++)"))
        {
            writer.Line($"float* x = a->X + (nint)sample * {x.Sample} + {channel} + row * {x.Row};");
            writer.Line($"float* y = a->Y + (nint)sample * {y.Sample} + (nint)channel * {y.Plane} + row * {y.Row};");
            using (writer.Block($"for (int column = 0; column < {sizes["width", From.Width]}; column++)"))
            {
                writer.Line($"y[column] = x[column * {From.Pixel}];");
            }
        }
    }
}
