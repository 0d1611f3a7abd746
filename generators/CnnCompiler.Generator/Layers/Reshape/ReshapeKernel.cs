using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Reshape;

/// <summary>Moves the values of a map, in the order channels, rows, columns, to a map of other sizes; or a gradient back.</summary>
/// <param name="From">What is read.</param>
/// <param name="To">What is written.</param>
/// <param name="Other">The tensor whose activation's derivative is applied; the same as <paramref name="To"/> without one.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Source">The argument that is read.</param>
/// <param name="Target">The argument that is written.</param>
internal sealed record ReshapeKernel(View From, View To, View Other, Epilogue Epilogue, string Source, string Target) : Kernel
{
    public override string Summary => $"A {From.Sizes()} map as {To.Sizes()}, value by value; missing channels are zero.";

    public override string Tasks => $"{To.Planes} * p.Count";

    protected override string Title => $"Reshape_{From.Sizes()}_{To.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool derives = !Epilogue.Derivative.IsNone;
        writer.Line("float* values = stackalloc float[16];");
        if (derives)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {To.Planes}, block = task % {To.Planes};");
            writer.Line($"float* source = a->{Source} + (nint)sample * {From.Sample};");
            writer.Line($"float* target = a->{Target} + (nint)sample * {To.Sample} + (nint)block * {To.Plane};");
            if (derives)
            {
                writer.Line($"float* activation = a->X2 + (nint)sample * {Other.Sample} + (nint)block * {Other.Plane};");
            }

            writer.Line(To.Channels % 16 == 0 ? "const int channels = 16;" : $"int channels = Math.Min({To.Channels} - block * 16, 16);");
            if (To.Channels % 16 != 0)
            {
                writer.Line("new Span<float>(values, 16).Clear();");
            }

            using (writer.Block($"for (int row = 0; row < {To.Height}; row++)"))
            using (writer.Block($"for (int column = 0; column < {To.Width}; column++)"))
            {
                EmitGather(writer);
                writer.Line($"float* pixel = target + row * {To.Row} + column * 16;");
                if (derives)
                {
                    writer.Line($"float* output = activation + row * {Other.Row} + column * 16;");
                }

                for (int v = 0; v < isa.VectorsPerBlock; v++)
                {
                    string lane = ProductKernel.Plus(v * isa.Lanes);
                    writer.Line($"V value_v{v} = {isa.Load("values" + lane)};");
                    Epilogue.Store(writer, isa, $"value_v{v}", "pixel" + lane, "output" + lane);
                }
            }
        }
    }

    // The number of each channel's value in the common order tells where it lies in the source.
    private void EmitGather(CodeWriter writer)
    {
        int positions = From.Height * From.Width;
        writer.Line($"uint number = (uint)(block * {16 * To.Height * To.Width} + row * {To.Width} + column);");
        using (writer.Block($"for (int i = 0; i < channels; i++, number += {To.Height * To.Width})"))
        {
            writer.Line(positions == 1 ? "uint channel = number;" : $"uint channel = number / {positions};");
            string at = From.Plane == 16 ? "channel" : $"(nint)(channel / 16) * {From.Plane} + channel % 16";
            if (From.Height > 1)
            {
                writer.Line($"uint place = number % {positions};");
                at += $" + place / {From.Width} * {From.Row} + place % {From.Width} * 16";
            }
            else if (From.Width > 1)
            {
                at += $" + number % {positions} * 16";
            }

            writer.Line($"values[i] = source[{at}];");
        }
    }
}
