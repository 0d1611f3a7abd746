using System.Collections.Generic;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.Conv;

// Strided windows of one pixel, as the shortcuts of residual networks have them: the pixels that strides leave are copied first.
internal sealed partial record ConvLayer
{
    // Fewer filters read the pixels too seldom for a copy to pay.
    private const int FewestSubsampled = 64;

    private bool SeesFewPixels(Window window) =>
        window is { Taps: 1, Top: 0, Bottom: 0, Left: 0, Right: 0 } && (window.StrideHeight > 1 || window.StrideWidth > 1) && Filters >= FewestSubsampled;

    private void SubsampledForward(OperationContext c, Binding weights, Epilogue epilogue, IEnumerable<Binding> rest)
    {
        c = c.By("pixels that strides leave copied first");
        Window window = Window(c.Operation.Input.Shape);
        Shape seen = c.Operation.Output.Shape.With(c.X.Channels, c.Y.Height, c.Y.Width);
        var pixels = Tensor.Blocked(c.Operation.Name + " pixels", seen, default);
        c.Run(new SubsampleKernel(c.X, pixels.View, window.StrideHeight, window.StrideWidth), c.Input(), new("Y", pixels, true));
        ConvLayer dense = this with { StrideHeight = 1, StrideWidth = 1 };
        c.Run(dense.ForwardKernel(seen, pixels.View, c.Y, epilogue, c.FullUnroll, c.Addend), [new("X", pixels, false), weights, c.Output(), .. rest]);
    }
}
