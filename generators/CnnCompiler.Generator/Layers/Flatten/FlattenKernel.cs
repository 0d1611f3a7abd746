using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Flatten;

/// <summary>Collects a map's values, channel by channel, as features in blocks of 16.</summary>
internal sealed record FlattenKernel(View X, View Y, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"A {X.Sizes()} map as {Y.Channels} features, channel by channel; features that fill up the last block are zero.";

    public override string Tasks => "p.Count";

    protected override string Title => "Flatten_Forward_" + X.Sizes();

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool fills = Y.Channels % 16 == 0;
        writer.Line("float* values = stackalloc float[16];");
        using (writer.Block("for (int sample = begin; sample < end; sample++)"))
        {
            writer.Line($"float* source = a->X + (nint)sample * {X.Sample};");
            writer.Line($"float* target = a->Y + (nint)sample * {Y.Sample};");
            writer.Line("int channel = 0, row = 0, column = 0;");
            using (writer.Block($"for (int block = 0; block < {Y.Planes}; block++, target += {Y.Plane})"))
            {
                using (writer.Block("for (int i = 0; i < 16; i++)"))
                {
                    string value = $"source[(nint)(channel / 16) * {X.Plane} + row * {X.Row} + column * 16 + channel % 16]";
                    writer.Line(fills ? $"values[i] = {value};" : $"values[i] = channel < {X.Channels} ? {value} : 0f;");
                    using (writer.Block($"if (++column == {X.Width})"))
                    {
                        writer.Line("column = 0;");
                        using (writer.Block($"if (++row == {X.Height})"))
                        {
                            writer.Line("row = 0;\nchannel++;");
                        }
                    }
                }

                for (int v = 0; v < isa.VectorsPerBlock; v++)
                {
                    string lane = ProductKernel.Plus(v * isa.Lanes);
                    writer.Line($"V value_v{v} = {isa.Load("values" + lane)};");
                    Epilogue.Store(writer, isa, $"value_v{v}", "target" + lane, "");
                }
            }
        }
    }
}
