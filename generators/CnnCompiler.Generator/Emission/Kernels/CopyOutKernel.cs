using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Emission.Kernels;

/// <summary>Copies a tensor into the caller's layout, a plane a channel.</summary>
internal sealed record CopyOutKernel(View From, View To) : Kernel
{
    public override string Summary => $"Copies a {From.Sizes()} tensor to the caller, a plane a channel.";

    public override string Tasks => "p.Count";

    protected override string Title => "CopyOut_" + From.Sizes();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa)
    {
        string channel = From.Blocked ? $"(nint)(channel / 16) * {From.Plane} + channel % 16" : $"(nint)channel * {From.Plane}";
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        using (writer.Block($"for (int channel = 0; channel < {From.Channels}; channel++)"))
        using (writer.Block($"for (int row = 0; row < {From.Height}; row++)"))
        {
            writer.Line($"float* x = a->X + (nint)sample * {From.Sample} + {channel} + row * {From.Row};");
            writer.Line($"float* y = a->Y + (nint)sample * {To.Sample} + (nint)channel * {To.Plane} + row * {To.Row};");
            using (writer.Block($"for (int column = 0; column < {From.Width}; column++)"))
            {
                writer.Line($"y[column] = x[column * {From.Pixel}];");
            }
        }
    }
}
