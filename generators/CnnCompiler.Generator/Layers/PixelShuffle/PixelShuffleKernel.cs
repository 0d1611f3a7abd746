using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PixelShuffle;

/// <summary>Moves channels to positions, or the gradient back: channel c * f * f + i * f + j at (row, column) is channel c at (row * f + i, column * f + j).</summary>
/// <param name="From">What is read.</param>
/// <param name="To">What is written.</param>
/// <param name="Other">The tensor whose activation's derivative is applied; the same as <paramref name="To"/> without one.</param>
/// <param name="Factor">f.</param>
/// <param name="IsGradient">Whether positions become channels.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record PixelShuffleKernel(View From, View To, View Other, int Factor, bool IsGradient, Epilogue Epilogue) : Kernel
{
    public override string Summary => IsGradient
        ? $"Gradient of moving channels to positions: {From.Sizes()} to {To.Sizes()}; missing channels are zero."
        : $"Moves {Factor * Factor} channels of {From.Sizes()} to positions of one of {To.Sizes()}; missing channels are zero.";

    public override string Tasks => $"{To.Planes} * p.Count";

    protected override string Title => $"PixelShuffle_{(IsGradient ? "InputGradient" : "Forward")}_{From.Sizes()}_{To.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool derives = !Epilogue.Derivative.IsNone;
        writer.Line("float* values = stackalloc float[16];");
        writer.Line("new Span<float>(values, 16).Clear();");
        if (derives)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {To.Planes}, block = task % {To.Planes};");
            writer.Line($"int channels = Math.Min({To.Channels} - block * 16, 16);");
            writer.Line("for (int i = channels; i < 16; i++) values[i] = 0;");
            writer.Line($"float* source = a->{(IsGradient ? "DY" : "X")} + (nint)sample * {From.Sample};");
            writer.Line($"float* target = a->{(IsGradient ? "DX" : "Y")} + (nint)sample * {To.Sample} + (nint)block * {To.Plane};");
            if (derives)
            {
                writer.Line($"float* activation = a->X2 + (nint)sample * {Other.Sample} + (nint)block * {Other.Plane};");
            }

            using (writer.Block($"for (int row = 0; row < {To.Height}; row++)"))
            using (writer.Block($"for (int column = 0; column < {To.Width}; column++)"))
            {
                EmitGather(writer);
                for (int v = 0; v < isa.VectorsPerBlock; v++)
                {
                    string lane = ProductKernel.Plus(v * isa.Lanes);
                    writer.Line($"V value_v{v} = {isa.Load("values" + lane)};");
                    Epilogue.Store(writer, isa, $"value_v{v}", $"target + row * {To.Row} + column * 16{lane}", $"activation + row * {Other.Row} + column * 16{lane}");
                }
            }
        }
    }

    private void EmitGather(CodeWriter writer)
    {
        int square = Factor * Factor;
        if (!IsGradient)
        {
            writer.Line($"float* pixel = source + row / {Factor} * {From.Row} + column / {Factor} * 16;");
            writer.Line($"int first = block * {16 * square} + row % {Factor} * {Factor} + column % {Factor};");
        }

        using (writer.Block("for (int i = 0; i < channels; i++)"))
        {
            writer.Line(IsGradient ? "int number = block * 16 + i;" : $"int channel = first + i * {square};");
            if (IsGradient)
            {
                writer.Line($"int channel = number / {square}, part = number % {square};");
                writer.Line($"float* pixel = source + (row * {Factor} + part / {Factor}) * {From.Row} + (column * {Factor} + part % {Factor}) * 16;");
            }

            writer.Line($"values[i] = pixel[(nint)(channel / 16) * {From.Plane} + channel % 16];");
        }
    }
}
