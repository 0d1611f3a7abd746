using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Layers.Conv;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers.ConvTranspose;

internal sealed partial record ConvTransposeLayer
{
    public override bool TakesGain => true;

    public override Halo InputHalo(Shape input)
    {
        (Axis rows, Axis columns) = Mirror(input).Axes(Output(input), input.Height, input.Width);
        return new Halo(rows.Before, rows.After, columns.Before, columns.After);
    }

    public override PackedSpec Pack(ParameterSpec parameter, Shape input, bool planar) =>
        parameter.Name == "weight" ? Packing(input).Spec() : base.Pack(parameter, input, planar);

    // The mirrored convolution's gradient by its input, of activations.
    public override void Forward(OperationContext c)
    {
        Shape input = c.Operation.Input.Shape;
        IReadOnlyList<Binding>? norm = c.FoldedNorm();
        (TransposeWeightsKernel transpose, ProductKernel product) = Mirror(input).InputGradientKernels(
            Output(input), c.Y, c.X, c.Y, c.ForwardEpilogue with { Bias = Bias && norm is null, Gain = norm is not null }, forward: true);
        Tensor weights = c.Scratch("transposed weights", transpose.Floats);
        c.Run(transpose, c.Parameter("W", "weight"), new("Scratch", weights, true));
        IEnumerable<Binding> bindings = [c.Input(), new("W", weights, false), c.Output()];
        c.Run(product, bindings.Concat(norm ?? (Bias ? [c.Parameter("Bias", "bias")] : [])).ToArray());
    }

    private ConvPacking Packing(Shape input) => new(Mirror(input), Output(input), planar: false);
}
