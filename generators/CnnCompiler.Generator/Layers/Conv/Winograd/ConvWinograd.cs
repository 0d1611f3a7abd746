using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Emission.Winograd;
using CnnCompiler.Generator.Layers.Conv.Winograd;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

// Square windows of stride 1 by Winograd transforms.
internal sealed partial record ConvLayer
{
    private bool IsWinogradWindow(Shape input) => input.Rank == 3 && KernelHeight == KernelWidth && WinogradChoice.Tiles(KernelWidth).Any()
        && StrideHeight == 1 && StrideWidth == 1 && Dilation == 1 && Groups == 1 && Connections is null
        && input.Channels > MostPlanarChannels && Filters > MostPlanarChannels;

    private WinogradChoice? WinogradForward(Shape input, bool training)
    {
        (Axis rows, Axis columns) = Axes(input);
        return !IsWinogradWindow(input) ? null
            : training ? WinogradChoice.OfTraining(KernelWidth, input.Channels, Filters, rows.Outputs, columns.Outputs)
            : WinogradChoice.Of(KernelWidth, input.Channels, Filters, rows.Outputs, columns.Outputs);
    }

    private WinogradChoice? WinogradBackward(Shape input) =>
        IsWinogradWindow(input) ? WinogradChoice.OfTraining(KernelWidth, Filters, input.Channels, input.Height, input.Width) : null;

    private WinogradChoice? WinogradWeightGradient(Shape input)
    {
        (Axis rows, Axis columns) = Axes(input);
        return IsWinogradWindow(input) ? WinogradChoice.OfWeightGradient(KernelWidth, input.Channels, Filters, rows.Outputs, columns.Outputs) : null;
    }

    // What its kernels read of the input beyond the window's own padding: whole tiles, also where the output ends inside one.
    private Halo WinogradInputHalo(Shape input)
    {
        Window window = Window(input);
        (Axis rows, Axis columns) = Axes(input);
        return new[] { WinogradForward(input, training: false), WinogradForward(input, training: true), WinogradWeightGradient(input) }
            .OfType<WinogradChoice>().Aggregate(default(Halo), (halo, choice) => halo.Union(new Halo(
                window.Top, After(choice.Tile, rows.Outputs, input.Height, window.Top), window.Left, After(choice.Tile, columns.Outputs, input.Width, window.Left))));
    }

    // As much of the output gradient; its weight gradient reads zeros that complete the last tiles.
    private Halo WinogradOutputGradientHalo(Shape input)
    {
        Window window = Window(input);
        (Axis rows, Axis columns) = Axes(input);
        Halo halo = default;
        if (WinogradBackward(input)?.Tile is { } backward)
        {
            halo = new Halo(
                0, After(backward, input.Height, rows.Outputs, backward.Overlap - window.Top), 0, After(backward, input.Width, columns.Outputs, backward.Overlap - window.Left));
        }

        return WinogradWeightGradient(input)?.Tile is { } tile ? halo.Union(new Halo(0, Rest(tile, rows.Outputs), 0, Rest(tile, columns.Outputs))) : halo;
    }

    private static int After(WinogradTile tile, int outputs, int inputs, int before) =>
        Math.Max(0, (tile.Cover(outputs) * tile.Outputs) + tile.Overlap - before - inputs);

    private static int Rest(WinogradTile tile, int outputs) => (tile.Cover(outputs) * tile.Outputs) - outputs;

    private void WinogradForward(OperationContext c, ConvPacking packing, Binding weights, Epilogue epilogue, IEnumerable<Binding> rest, WinogradChoice choice)
    {
        c = c.By(choice.ToString());
        Window window = Window(c.Operation.Input.Shape);
        var transform = new WinogradWeightsKernel(choice.Tile, packing.OutputBlocks, packing.InputBlocks, packing.WeightBlock, packing.InputMajor, packing.Position, false);
        var steps = new WinogradSteps(
            "Winograd_Forward", $"Convolution by Winograd {choice.Tile}.",
            new WinogradGeometry(choice.Tile, c.X, c.Y, c.Addend, window.Top, window.Left, c.Training), epilogue);
        steps.Add(c, transform, weights, c.Input(), "Y", c.Run, (kernel, bindings) => c.Run(kernel, [.. bindings, c.Output(), .. rest]));
    }

    private void WinogradWeightGradient(OperationContext c, ConvPacking packing, Func<string, Binding> target, WinogradChoice choice)
    {
        c = c.By(choice.ToString());
        Window window = Window(c.Operation.Input.Shape);
        var kernel = new WinogradWeightGradientKernel(new WinogradGeometry(choice.Tile, c.X, c.DY, default, window.Top, window.Left, Training: true));
        Tensor sums = c.Scratch($"gradient by weights of {choice.Tile.Products} points", kernel.Parts * kernel.Geometry.WeightFloats);
        c.Run(kernel, c.Input(), c.OutputGradient(), new("Scratch", sums, true));
        c.Run(
            new WinogradWeightGradientSumKernel(choice.Tile, kernel.PartsOf("a->Count"), packing.OutputBlocks, packing.InputBlocks, packing.Position),
            new("Scratch", sums, false), target("DW"));
        if (Bias)
        {
            c.Run(new BiasGradientKernel(c.DY), c.OutputGradient(), c.Gradient("DBias", "bias"));
        }
    }

    // The convolution of the output gradient with the window turned round, inputs and outputs exchanged.
    private void WinogradInputGradient(OperationContext c, Binding transposed, WinogradChoice choice)
    {
        c = c.By(choice.ToString());
        WinogradTile tile = choice.Tile;
        Window window = Window(c.Operation.Input.Shape);
        Epilogue epilogue = c.GradientEpilogue;
        int position = 16 * Math.Min(16, Filters), inputBlock = tile.Window * tile.Window * position;
        var transform = new WinogradWeightsKernel(tile, c.DX.Planes, c.DY.Planes, c.DY.Planes * inputBlock, inputBlock, position, true);
        var steps = new WinogradSteps(
            "Winograd_InputGradient", $"Gradient of a convolution by its input, by Winograd {tile}.",
            new WinogradGeometry(
                tile, c.DY, c.DX, epilogue.ReadsOther ? c.X : default, tile.Overlap - window.Top, tile.Overlap - window.Left, Training: true), epilogue);
        steps.Add(c, transform, transposed, c.OutputGradient(), "DX", c.RunForInput, c.StoreInputGradient);
    }
}
