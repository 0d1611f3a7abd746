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
/// <param name="Layer">The readable part of the name: layer, pass and window.</param>
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

    public override bool UsesVectors => false;

    protected override void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes)
    {
        string blocks = sizes["blocks", Blocks], chunks = sizes["chunks", Chunks];
        using (writer.Block("for (int task = begin; task < end; task++)"))
        {
            writer.Line("// A sample, a block of channels, a part of the rows.");
            writer.Line($"int sample = task / ({blocks} * {chunks}), block = task / {chunks} % {blocks}, chunk = task % {chunks};");
            writer.Line($"float* input = a->{Names.Input} + (nint)sample * {sizes["inputSample", InputSample]} + (nint)block * {sizes["inputBlock", InputBlock]};");
            writer.Line($"float* output = a->{Names.Output} + (nint)sample * {sizes["outputSample", OutputSample]} + (nint)block * {sizes["outputBlock", OutputBlock]};");
            writer.Line($"float* weights = a->W + (nint)block * {WeightBlock};");
            if (!Epilogue.Derivative.IsNone)
            {
                writer.Line($"float* activation = a->X2 + (nint)sample * {sizes["derivativeSample", DerivativeSample]} + (nint)block * {sizes["derivativeBlock", DerivativeBlock]};");
            }

            foreach (DepthwiseRows grid in Grids)
            {
                EmitRows(writer, isa, sizes, grid);
            }
        }
    }

    private void EmitRows(CodeWriter writer, VectorIsa isa, Sizes sizes, DepthwiseRows grid)
    {
        // The phases of a stride have numbers of their own: only those of a single grid are arguments.
        string Of(string name, int value) => Grids.Count == 1 ? sizes[name, value] : $"{value}";
        string height = Of("height", grid.Height), chunks = sizes["chunks", Chunks];
        using (writer.Block($"for (int row = {height} * chunk / {chunks}; row < {height} * (chunk + 1) / {chunks}; row++)"))
        {
            writer.Line($"float* x = input + row * {sizes["inputRow", grid.InputRow]} + {Of("firstInput", grid.Input)};");
            writer.Line($"float* y = output + row * {sizes["outputRow", grid.OutputRow]} + {Of("firstOutput", grid.Output)};");
            if (!Epilogue.Derivative.IsNone)
            {
                writer.Line($"float* z = activation + row * {sizes["derivativeRow", grid.DerivativeRow]} + {Of("firstDerivative", grid.Derivative)};");
            }

            foreach ((int pixels, int count) in DepthwiseTile.Split(isa, grid.Width, grid.Columns))
            {
                using (writer.Block($"for (int tile = 0; tile < {Of($"tiles{pixels}{isa.Name}", count)}; tile++)"))
                {
                    writer.Line(DepthwiseTile.Of(grid, pixels, Epilogue).Call(
                        isa, grid, Of("rowStep", grid.RowStep), "x", "weights" + ProductKernel.Plus(grid.Weights), "y", "a->Bias + block * 16", "a->Gain + block * 16", "z"));
                    writer.Line($"x += {pixels * grid.InputPixel}; y += {pixels * grid.OutputPixel};"
                        + (Epilogue.Derivative.IsNone ? "" : $" z += {pixels * grid.OutputPixel};"));
                }
            }
        }
    }
}
