using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Maxout;

/// <summary>Gives each group's gradient to the channel that won it.</summary>
/// <param name="DX">The gradient by the input.</param>
/// <param name="DY">The gradient by the output.</param>
/// <param name="X">The input, whose activation's derivative is applied.</param>
/// <param name="Pieces">Channels of a group.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record MaxoutBackwardKernel(View DX, View DY, View X, int Pieces, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Gradient of the maximum of {Pieces} channels: {DY.Sizes()} to {DX.Sizes()}.";

    public override string Tasks => $"{DX.Planes} * p.Count";

    protected override string Title => $"Maxout_InputGradient_{DX.Sizes()}_{Pieces}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool derives = !Epilogue.Derivative.IsNone, partial = DX.Channels % 16 != 0;
        int positions = DY.Height * DY.Width;
        writer.Line("float* values = stackalloc float[16];");
        if (derives)
        {
            writer.Line("V y;");
        }

        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {DX.Planes}, block = task % {DX.Planes};");
            writer.Line($"float* gradient = a->DY + (nint)sample * {DY.Sample};");
            writer.Line($"int* switches = a->Switches + (nint)sample * {DY.Planes * positions * 16};");
            writer.Line($"float* target = a->DX + (nint)sample * {DX.Sample} + (nint)block * {DX.Plane};");
            if (derives)
            {
                writer.Line($"float* activation = a->X2 + (nint)sample * {X.Sample} + (nint)block * {X.Plane};");
            }

            writer.Line(partial ? $"int channels = Math.Min({DX.Channels} - block * 16, 16);" : "const int channels = 16;");
            if (partial)
            {
                writer.Line("new Span<float>(values, 16).Clear();");
            }

            using (writer.Block($"for (int row = 0; row < {DX.Height}; row++)"))
            using (writer.Block($"for (int column = 0; column < {DX.Width}; column++)"))
            {
                writer.Line($"int group = block * 16 / {Pieces}, piece = block * 16 % {Pieces};");
                using (writer.Block("for (int i = 0; i < channels; i++)"))
                {
                    writer.Line($"int winner = switches[(nint)(group / 16) * {positions * 16} + (row * {DY.Width} + column) * 16 + group % 16];");
                    writer.Line($"values[i] = winner == piece ? gradient[(nint)(group / 16) * {DY.Plane} + row * {DY.Row} + column * 16 + group % 16] : 0f;");
                    using (writer.Block($"if (++piece == {Pieces})"))
                    {
                        writer.Line("piece = 0;\ngroup++;");
                    }
                }

                writer.Line($"float* pixel = target + row * {DX.Row} + column * 16;");
                if (derives)
                {
                    writer.Line($"float* output = activation + row * {X.Row} + column * 16;");
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
}
