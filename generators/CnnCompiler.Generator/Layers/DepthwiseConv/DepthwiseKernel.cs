using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Layers.DepthwiseConv;

/// <summary>
/// The driver of a depthwise product, forward or by the input: it walks samples, blocks of 16 channels and rows, and calls register tiles along each
/// row. Channels lie in lanes on both sides, so there is no broadcast: every input is loaded once for each window position.
/// </summary>
/// <param name="Layer">The readable part of the name: layer, pass and geometry.</param>
/// <param name="About">What it computes.</param>
/// <param name="Grids">The grids; together they cover the output.</param>
/// <param name="Blocks">Blocks of 16 channels.</param>
/// <param name="WeightBlock">Floats of the weights of a block.</param>
/// <param name="InputBlock">From an input block to the next.</param>
/// <param name="InputSample">From an input sample to the next.</param>
/// <param name="OutputBlock">From an output block to the next.</param>
/// <param name="OutputSample">From an output sample to the next.</param>
/// <param name="DerivativeBlock">As <paramref name="OutputBlock"/>, in the tensor whose activation's derivative is applied.</param>
/// <param name="DerivativeSample">As <paramref name="OutputSample"/>, in that tensor.</param>
/// <param name="Chunks">Parts that the rows of a grid are cut into, so that one sample keeps several threads busy.</param>
/// <param name="Epilogue">What happens before the store.</param>
/// <param name="Names">The argument fields: input, output.</param>
internal sealed record DepthwiseKernel(
    string Layer, string About, EquatableArray<DepthwiseRows> Grids, int Blocks, int WeightBlock, int InputBlock, int InputSample, int OutputBlock,
    int OutputSample, int DerivativeBlock, int DerivativeSample, int Chunks, Epilogue Epilogue, (string Input, string Output) Names) : Kernel
{
    public override string Summary => About;

    public override string Tasks => $"{Blocks * Chunks} * p.Count";

    protected override string Title => Layer;

    public override IEnumerable<Code> Uses(VectorIsa isa) =>
        from grid in Grids
        from part in DepthwiseTile.Split(isa, grid.Width, grid.Columns)
        select DepthwiseTile.Of(grid, part.Pixels, Epilogue);

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line($"// {Blocks} blocks of channels, {Chunks} parts of the rows.");
            writer.Line($"int sample = task / {Blocks * Chunks}, block = task / {Chunks} % {Blocks}, chunk = task % {Chunks};");
            writer.Line($"float* input = a->{Names.Input} + (nint)sample * {InputSample} + (nint)block * {InputBlock};");
            writer.Line($"float* output = a->{Names.Output} + (nint)sample * {OutputSample} + (nint)block * {OutputBlock};");
            writer.Line($"float* weights = a->W + (nint)block * {WeightBlock};");
            if (Epilogue.Bias || Epilogue.Gain)
            {
                writer.Line("float* bias = a->Bias + block * 16;");
            }

            if (Epilogue.Gain)
            {
                writer.Line("float* gain = a->Gain + block * 16;");
            }

            if (!Epilogue.Derivative.IsNone)
            {
                writer.Line($"float* activation = a->X2 + (nint)sample * {DerivativeSample} + (nint)block * {DerivativeBlock};");
            }

            foreach (DepthwiseRows grid in Grids)
            {
                EmitRows(writer, isa, grid);
            }
        }
    }

    private void EmitRows(CodeWriter writer, VectorIsa isa, DepthwiseRows grid)
    {
        using (writer.Block($"for (int row = {grid.Height} * chunk / {Chunks}; row < {grid.Height} * (chunk + 1) / {Chunks}; row++)"))
        {
            writer.Line($"float* x = input + row * {grid.InputRow}{ProductKernel.Plus(grid.Input)};");
            writer.Line($"float* y = output + row * {grid.OutputRow}{ProductKernel.Plus(grid.Output)};");
            if (!Epilogue.Derivative.IsNone)
            {
                writer.Line($"float* z = activation + row * {grid.DerivativeRow}{ProductKernel.Plus(grid.Derivative)};");
            }

            foreach ((int pixels, int count) in DepthwiseTile.Split(isa, grid.Width, grid.Columns))
            {
                using (writer.Block($"for (int tile = 0; tile < {count}; tile++) // {count} tiles of {pixels} pixels"))
                {
                    writer.Line(DepthwiseTile.Of(grid, pixels, Epilogue).Call(
                        isa, grid, "x", "weights" + ProductKernel.Plus(grid.Weights), "y", "bias", "gain", "z"));
                    writer.Line($"x += {pixels * grid.InputPixel}; y += {pixels * grid.OutputPixel};"
                        + (Epilogue.Derivative.IsNone ? "" : $" z += {pixels * grid.OutputPixel};"));
                }
            }
        }
    }
}
