using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Planning;

namespace CnnCompiler.Generator.Layers;

/// <summary>
/// The steps of a normalised weight, weight[o] = weight_g[o] * weight_v[o] / |weight_v[o]| (Salimans and Kingma 2016, "Weight Normalization"). Kernels see
/// an ordinary weight that is computed before them.
/// </summary>
internal static class WeightNormSteps
{
    /// <summary>The parameter that is packed like the weight.</summary>
    public const string Direction = "weight_v";

    private const string Length = "weight_g", Kept = "weight", KeptNorms = "inverse norms";

    /// <summary>The two parameters in place of a weight. The length starts as the norm of the direction, so that the weight starts as it would without.</summary>
    public static List<ParameterSpec> Parameters(ParameterSpec weight)
    {
        var shape = new EquatableArray<int>(weight.Shape.Select((size, axis) => axis == 0 ? size : 1));
        return [weight with { Name = Direction }, new(Length, shape, new InitializerSpec(InitializerKind.RowNorms, 0)) { IsFilters = weight.IsFilters }];
    }

    /// <summary>Adds the step that computes the weight, and gives the argument that holds it.</summary>
    /// <param name="c">The layer.</param>
    /// <param name="blocks">Blocks of 16 outputs.</param>
    /// <param name="weightBlock">Floats of the weights of one block.</param>
    public static Binding Forward(OperationContext c, int blocks, int weightBlock)
    {
        Tensor weights = c.Scratch(Kept, (long)blocks * weightBlock), norms = c.Scratch(KeptNorms, blocks * 16);
        c.Operation.Kept[Kept] = weights;
        c.Operation.Kept[KeptNorms] = norms;
        c.Run(
            new WeightNormKernel(blocks, weightBlock / 16), c.Parameter("X", Direction), c.Parameter("Gain", Length), new("W", weights, true),
            new("InverseDeviation", norms, true));
        return Weights(c);
    }

    /// <summary>The weight that <see cref="Forward"/> computed.</summary>
    public static Binding Weights(OperationContext c) => new("W", c.Operation.Kept[Kept], false);

    /// <summary>Adds the step that takes the gradient by the weight to those by direction and length.</summary>
    /// <param name="c">The layer.</param>
    /// <param name="blocks">Blocks of 16 outputs.</param>
    /// <param name="weightBlock">Floats of the weights of one block.</param>
    /// <param name="gradient">The gradient by the weight.</param>
    public static void Backward(OperationContext c, int blocks, int weightBlock, Tensor gradient) => c.Run(
        new WeightNormGradientKernel(blocks, weightBlock / 16), new("DY", gradient, false), c.Parameter("X", Direction), c.Parameter("Gain", Length),
        new("InverseDeviation", c.Operation.Kept[KeptNorms], false), c.Gradient("DW", Direction), c.Gradient("DBias", Length));
}
