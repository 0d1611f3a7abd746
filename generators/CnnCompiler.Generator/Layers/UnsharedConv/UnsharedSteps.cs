using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.UnsharedConv;

/// <summary>The steps of a convolution whose weights depend on the position.</summary>
internal static class UnsharedSteps
{
    public static Halo InputHalo(Window window) => new(window.Top, window.Bottom, window.Left, window.Right);

    public static void Forward(OperationContext c, UnsharedGeometry geometry, bool bias)
    {
        IEnumerable<Binding> bindings = [c.Input(), c.Parameter("W", "weight"), c.Output()];
        c.Run(
            new UnsharedForwardKernel(geometry, c.X, c.Y, c.ForwardEpilogue with { Bias = bias }),
            (bias ? bindings.Append(c.Parameter("Bias", "bias")) : bindings).ToArray());
    }

    public static void Backward(OperationContext c, UnsharedGeometry geometry, bool bias)
    {
        if (c.Trains)
        {
            WeightGradient(c, geometry, bias);
        }

        if (c.NeedsInputGradient)
        {
            Window window = geometry.Window;
            var rows = new InputPatterns(geometry.Input.Height, window.KernelHeight, window.StrideHeight, window.Top, geometry.TileHeight);
            var columns = new InputPatterns(geometry.Input.Width, window.KernelWidth, window.StrideWidth, window.Left, geometry.TileWidth);
            var transpose = new UnsharedTransposeKernel(geometry, rows, columns);
            Tensor weights = c.Scratch("transposed weights", transpose.Floats);
            c.RunForInput(transpose, c.Parameter("W", "weight"), new("Scratch", weights, true));
            c.StoreInputGradient(
                new UnsharedInputGradientKernel(geometry, rows, columns, transpose.Block, c.X, c.DY, c.DX, c.GradientEpilogue),
                c.OutputGradient(), new("W", weights, false));
        }
    }

    private static void WeightGradient(OperationContext c, UnsharedGeometry geometry, bool bias)
    {
        var kernel = new UnsharedWeightGradientKernel(geometry, c.X, c.DY, bias);
        List<Binding> bindings = [c.Input(), c.OutputGradient()];
        if (kernel.Parts == 1)
        {
            bindings.Add(c.Gradient("DW", "weight"));
            if (bias)
            {
                bindings.Add(c.Gradient("DBias", "bias"));
            }

            c.Run(kernel, bindings.ToArray());
            return;
        }

        Tensor weights = c.Scratch("weight gradient parts", kernel.Parts * geometry.Floats);
        Tensor biases = c.Scratch("bias gradient parts", kernel.Parts * geometry.BiasFloats);
        bindings.Add(new("DW", weights, true));
        if (bias)
        {
            bindings.Add(new("DBias", biases, true));
        }

        c.Run(kernel, bindings.ToArray());
        c.Run(new SumPartsKernel(kernel.Parts, (int)geometry.Floats), new("Scratch", weights, false), c.Gradient("DY", "weight"));
        if (bias)
        {
            c.Run(new SumPartsKernel(kernel.Parts, (int)geometry.BiasFloats), new("Scratch", biases, false), c.Gradient("DY", "bias"));
        }
    }
}
