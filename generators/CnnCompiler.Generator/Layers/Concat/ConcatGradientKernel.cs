using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Concat;

/// <summary>Takes the gradient by a concatenation back to one of its tensors.</summary>
/// <param name="DY">The gradient by the concatenation.</param>
/// <param name="DX">The gradient by the tensor.</param>
/// <param name="X">The tensor, whose activation's derivative is applied.</param>
/// <param name="First">Its first channel in the concatenation.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record ConcatGradientKernel(View DY, View DX, View X, int First, Epilogue Epilogue) : Kernel
{
    public override string Summary => "Some channels of the gradient by a concatenation as the gradient by one of its tensors.";

    public override string Tasks => $"{DX.Planes} * p.Count";

    protected override string Title => "Concat_InputGradient" + (First % 16 == 0 ? "" : $"_C{First % 16}");

    private bool IsAligned => First % 16 == 0 && DX.Channels % 16 == 0;

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        SizedView dy = sizes.Of("dy", DY);
        string blocks = sizes["blocks", DX.Planes];
        bool derives = !Epilogue.Derivative.IsNone;
        if (!IsAligned)
        {
            writer.Line("float* values = stackalloc float[16];");
        }

        if (derives)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {blocks}, block = task % {blocks};");
            if (!IsAligned && DX.Channels % 16 != 0)
            {
                writer.Line($"int channels = Math.Min({sizes["allChannels", DX.Channels]} - block * 16, 16);");
                writer.Line("new Span<float>(values, 16).Clear();");
            }

            using (writer.Block($"for (int row = 0; row < {sizes["rows", DX.Height]}; row++)"))
            {
                writer.Line($"float* dy = a->DY + (nint)sample * {dy.Sample} + (nint)(block + {sizes["firstBlock", First / 16]}) * {dy.Plane} + row * {dy.Row};");
                writer.Line($"float* dx = {sizes.Of("dx", DX).RowAt("DX")};");
                if (derives)
                {
                    writer.Line($"float* output = {sizes.Of("output", X).RowAt("X2")};");
                }

                using (writer.Block($"for (int i = 0; i < {sizes["length", DX.Width * 16]}; i += 16)"))
                {
                    EmitPixel(writer, isa, dy);
                }
            }
        }
    }

    private void EmitPixel(CodeWriter writer, VectorIsa isa, SizedView gradient)
    {
        int shift = First % 16;
        if (!IsAligned)
        {
            string source = shift == 0 ? "dy[i + c]" : $"c < {16 - shift} ? dy[i + {shift} + c] : dy[{gradient.Plane} - {16 - shift} + i + c]";
            using (writer.Block($"for (int c = 0; c < {(DX.Channels % 16 == 0 ? "16" : "channels")}; c++)"))
            {
                writer.Line($"values[c] = {source};");
            }
        }

        using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
        {
            writer.Line($"V value = Load({(IsAligned ? "dy + i" : "values")} + lane);");
            Epilogue.Store(writer, isa, "value", "dx + i + lane", "output + i + lane");
        }
    }
}
