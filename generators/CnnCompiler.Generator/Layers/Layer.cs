using System.Collections.Generic;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers;

/// <summary>
/// One layer as parsed: a value without symbols or syntax. Its folder holds one file a stage, each a part of the same record:
/// <c>Spec</c> (options and parsing), <c>Shape</c> (output shape, parameters, diagnostics), <c>Forward</c> and <c>Backward</c> (kernels).
/// </summary>
internal abstract partial record Layer(LayerHeader Header)
{
    /// <summary>The output shape, or null after reporting why there is none.</summary>
    public abstract Shape? Infer(ShapeContext context);

    /// <summary>Parameters and running statistics, in the order of checkpoints.</summary>
    public virtual IReadOnlyList<ParameterSpec> Parameters(Shape input, Shape output) => [];

    /// <summary>The most that the option <c>Padding</c> takes; null where the layer has none, or another option replaces it.</summary>
    public virtual int? MostPadding => null;

    /// <summary>Multiply-accumulates of one prediction.</summary>
    public virtual long Macs(Shape input, Shape output) => 0;

    /// <summary>Extent and stride per axis of what one output position sees of the input; null: the whole input.</summary>
    public virtual (int ExtentHeight, int ExtentWidth, int StrideHeight, int StrideWidth)? Field(Shape input) => (1, 1, 1, 1);
}
