namespace CnnCompiler.Testing.Reference;

/// <summary>Dropout of whole channels; here nothing is dropped, as when predicting.</summary>
/// <param name="rate">The share that is dropped in training.</param>
public sealed class SpatialDropoutReference(double rate = 0.5) : LayerReference
{
    /// <inheritdoc/>
    public override string Kind => "SpatialDropout";

    /// <inheritdoc/>
    protected override object[] Arguments => rate == 0.5 ? [] : [rate];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training) => x;

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => dy;

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;
}
