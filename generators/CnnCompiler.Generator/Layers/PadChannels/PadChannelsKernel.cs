using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers.PadChannels;

/// <summary>Copies every s-th position, and appends zero channels.</summary>
/// <param name="X">The input.</param>
/// <param name="Y">The output.</param>
/// <param name="StepHeight">Step along the height.</param>
/// <param name="StepWidth">Step along the width.</param>
/// <param name="Epilogue">What happens before the store.</param>
internal sealed record PadChannelsKernel(View X, View Y, int StepHeight, int StepWidth, Epilogue Epilogue) : Kernel
{
    public override string Summary => $"Every {StepHeight}x{StepWidth}-th position of {X.Sizes()}, with zero channels up to {Y.Sizes()}.";

    public override string Tasks => $"{Y.Planes} * p.Count";

    protected override string Title => $"PadChannels_Forward_{X.Sizes()}_{Y.Sizes()}";

    public override IEnumerable<Code> Uses(VectorIsa isa) => Epilogue.Uses();

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"int sample = task / {Y.Planes}, block = task % {Y.Planes};");
            using (writer.Block($"for (int row = 0; row < {Y.Height}; row++)"))
            {
                writer.Line($"float* x = a->X + (nint)sample * {X.Sample} + (nint)block * {X.Plane} + row * {StepHeight * X.Row};");
                writer.Line(Y.RowPointer("y", "a->Y"));
                using (writer.Block($"for (int column = 0; column < {Y.Width}; column++)"))
                using (writer.Block($"for (int lane = 0; lane < 16; lane += {isa.Lanes})"))
                {
                    // Channels beyond the input's are zero inside its last block already.
                    string read = $"Load(x + column * {StepWidth * 16} + lane)";
                    writer.Line($"V value = {(Y.Planes == X.Planes ? read : $"block < {X.Planes} ? {read} : V.Zero")};");
                    Epilogue.Store(writer, isa, "value", "y + column * 16 + lane", "");
                }
            }
        }
    }
}
