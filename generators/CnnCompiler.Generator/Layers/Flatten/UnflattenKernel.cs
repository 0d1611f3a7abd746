using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.Flatten;

/// <summary>Takes the gradient by features back to the map that they came from.</summary>
/// <param name="DX">The gradient by the map.</param>
/// <param name="DY">The gradient by the features.</param>
/// <param name="X">The map, whose activation's derivative is applied.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record UnflattenKernel(View DX, View DY, View X, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"The gradient by {DY.Channels} features as the gradient by a {DX.Sizes()} map; missing channels are zero.";

    public override string Tasks => $"{DX.Planes} * p.Count";

    protected override string Title => "Flatten_InputGradient_" + DX.Sizes();

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
            writer.Line($"int sample = task / {DX.Planes}, block = task % {DX.Planes};");
            writer.Line($"float* gradient = a->DY + (nint)sample * {DY.Sample};");
            writer.Line($"float* target = a->DX + (nint)sample * {DX.Sample} + (nint)block * {DX.Plane};");
            if (derives)
            {
                writer.Line($"float* activation = a->X2 + (nint)sample * {X.Sample} + (nint)block * {X.Plane};");
            }

            writer.Line(DX.Channels % 16 == 0 ? "const int channels = 16;" : $"int channels = Math.Min({DX.Channels} - block * 16, 16);");
            if (DX.Channels % 16 != 0)
            {
                writer.Line("new Span<float>(values, 16).Clear();");
            }

            using (writer.Block($"for (int row = 0; row < {DX.Height}; row++)"))
            using (writer.Block($"for (int column = 0; column < {DX.Width}; column++)"))
            {
                writer.Line($"float* pixel = target + row * {DX.Row} + column * 16;");
                if (derives)
                {
                    writer.Line($"float* output = activation + row * {X.Row} + column * 16;");
                }

                writer.Line($"int feature = block * {16 * DX.Height * DX.Width} + row * {DX.Width} + column;");
                using (writer.Block($"for (int i = 0; i < channels; i++, feature += {DX.Height * DX.Width})"))
                {
                    writer.Line(DY.Plane == 16 ? "values[i] = gradient[feature];" : $"values[i] = gradient[(nint)(feature / 16) * {DY.Plane} + feature % 16];");
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
