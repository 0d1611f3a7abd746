namespace CnnCompiler.Testing.Reference;

/// <summary>Goes on from a running sum; the input is dropped.</summary>
/// <param name="sum">The sum.</param>
public sealed class TakeSkipReference(SkipSum sum) : LayerReference
{
    private int _dropped;

    /// <inheritdoc/>
    public override string Kind => "TakeSkip";

    /// <inheritdoc/>
    protected override object[] Arguments => [sum.Name];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _dropped = x.Length;
        return sum.Value;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        sum.Gradient = dy;
        return new double[_dropped];
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => sum.Paths[0].Output;
}
