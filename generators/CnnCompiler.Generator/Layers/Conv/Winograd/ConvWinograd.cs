using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Emission.Winograd;
using CnnCompiler.Generator.Layers.Conv.Winograd;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

// 3x3 convolutions of stride 1 by Winograd transforms.
internal sealed partial record ConvLayer
{
    private const int WinogradChannels = 16;

    // What its kernels read of the input beyond the window's own padding: whole tiles, also where the output ends inside one.
    private static int WinogradAfter(int outputs, int inputs, int before) => Math.Max(0, ((outputs + 3) / 4 * 4) + 2 - before - inputs);

    private bool IsWinogradWindow(Shape input) => input.Rank == 3 && KernelHeight == 3 && KernelWidth == 3 && StrideHeight == 1 && StrideWidth == 1
        && Dilation == 1 && Groups == 1 && Connections is null && input.Channels >= WinogradChannels && Filters >= WinogradChannels;

    private WinogradChoice? WinogradForward(Shape input, bool training)
    {
        (Axis rows, Axis columns) = Axes(input);
        return !IsWinogradWindow(input) ? null
            : training ? WinogradChoice.OfTraining(input.Channels, Filters, rows.Outputs, columns.Outputs)
            : WinogradChoice.Of(input.Channels, Filters, rows.Outputs, columns.Outputs);
    }

    private WinogradChoice? WinogradBackward(Shape input) =>
        IsWinogradWindow(input) ? WinogradChoice.OfTraining(Filters, input.Channels, input.Height, input.Width) : null;

    private WinogradChoice? WinogradWeightGradient(Shape input)
    {
        (Axis rows, Axis columns) = Axes(input);
        return IsWinogradWindow(input) ? WinogradChoice.OfWeightGradient(input.Channels, Filters, rows.Outputs, columns.Outputs) : null;
    }

    // Zeros that complete the last tiles of the output gradient.
    private static int WinogradRest(int outputs) => ((outputs + 3) / 4 * 4) - outputs;

    private void WinogradForward(OperationContext c, ConvPacking packing, Binding weights, Epilogue epilogue, IEnumerable<Binding> rest, WinogradChoice choice)
    {
        c = c.By(choice.ToString());
        Window window = Window(c.Operation.Input.Shape);
        var transform = new WinogradWeightsKernel(packing.OutputBlocks, packing.InputBlocks, packing.WeightBlock, packing.InputMajor, packing.Position, false);
        var steps = new WinogradSteps(
            "Winograd_Forward", "Convolution by Winograd F(4x4, 3x3).", new WinogradGeometry(c.X, c.Y, c.Addend, window.Top, window.Left, c.Training), epilogue);
        steps.Add(c, transform, weights, c.Input(), "Y", c.Run, (kernel, bindings) => c.Run(kernel, [.. bindings, c.Output(), .. rest]));
    }

    private void WinogradWeightGradient(OperationContext c, ConvPacking packing, Func<string, Binding> target, WinogradChoice choice)
    {
        c = c.By(choice.ToString());
        Window window = Window(c.Operation.Input.Shape);
        var kernel = new WinogradWeightGradientKernel(new WinogradGeometry(c.X, c.DY, default, window.Top, window.Left, Training: true));
        Tensor sums = c.Scratch("gradient by weights of 36 points", kernel.Parts * kernel.Geometry.WeightFloats);
        c.Run(kernel, c.Input(), c.OutputGradient(), new("Scratch", sums, true));
        c.Run(new WinogradWeightGradientSumKernel(kernel.Parts, packing.OutputBlocks, packing.InputBlocks), new("Scratch", sums, false), target("DW"));
        if (Bias)
        {
            c.Run(new BiasGradientKernel(c.DY), c.OutputGradient(), c.Gradient("DBias", "bias"));
        }
    }

    // The convolution of the output gradient with the window turned round, inputs and outputs exchanged.
    private void WinogradInputGradient(OperationContext c, Binding transposed, WinogradChoice choice)
    {
        c = c.By(choice.ToString());
        Window window = Window(c.Operation.Input.Shape);
        Epilogue epilogue = c.GradientEpilogue;
        int inputBlock = 9 * 256;
        var transform = new WinogradWeightsKernel(c.DX.Planes, c.DY.Planes, c.DY.Planes * inputBlock, inputBlock, 256, true);
        var steps = new WinogradSteps(
            "Winograd_InputGradient", "Gradient of a convolution by its input, by Winograd F(4x4, 3x3).",
            new WinogradGeometry(c.DY, c.DX, epilogue.ReadsOther ? c.X : default, 2 - window.Top, 2 - window.Left, Training: true), epilogue);
        steps.Add(c, transform, transposed, c.OutputGradient(), "DX", c.RunForInput, c.StoreInputGradient);
    }
}
