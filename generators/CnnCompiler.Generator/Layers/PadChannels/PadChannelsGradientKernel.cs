using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PadChannels;

/// <summary>Takes the gradient back to the positions that were copied; it is zero elsewhere.</summary>
/// <param name="DY">The gradient by the output.</param>
/// <param name="DX">The gradient by the input.</param>
/// <param name="X">The input, whose activation's derivative is applied.</param>
/// <param name="StepHeight">Step along the height.</param>
/// <param name="StepWidth">Step along the width.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record PadChannelsGradientKernel(View DY, View DX, View X, int StepHeight, int StepWidth, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"The gradient by every {StepHeight}x{StepWidth}-th position of {DX.Sizes()}, zero elsewhere.";

    public override string Tasks => $"{DX.Planes} * p.Count";

    protected override string Title => $"PadChannels_InputGradient_{DX.Sizes()}_{DY.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        bool derives = !Epilogue.Derivative.IsNone;
        if (derives)
        {
            writer.Line("V y;");
        }

        string valid = DX.Channels % 16 == 0 ? "" : $" & LessThan(V.Indices + Create((float)(block * 16 + lane)), Create({DX.Channels}f))";
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {DX.Planes}, block = task % {DX.Planes};");
            using (writer.Block($"for (int row = 0; row < {DX.Height}; row++)"))
            {
                writer.Line($"float* dy = a->DY + (nint)sample * {DY.Sample} + (nint)block * {DY.Plane} + row / {StepHeight} * {DY.Row};");
                writer.Line(DX.RowPointer("dx", "a->DX"));
                if (derives)
                {
                    writer.Line(X.RowPointer("output", "a->X2"));
                }

                using (writer.Block($"for (int column = 0; column < {DX.Width}; column++)"))
                {
                    writer.Line($"bool copied = row % {StepHeight} == 0 && column % {StepWidth} == 0;");
                    using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                    {
                        writer.Line($"V value = copied ? Load(dy + column / {StepWidth} * 16 + lane){valid} : V.Zero;");
                        Epilogue.Store(writer, isa, "value", "dx + column * 16 + lane", "output + column * 16 + lane");
                    }
                }
            }
        }
    }
}
