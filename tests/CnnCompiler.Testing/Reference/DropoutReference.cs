namespace CnnCompiler.Testing.Reference;

/// <summary>Inverted dropout with a mask given from outside; without one nothing is dropped.</summary>
/// <param name="rate">The share that is dropped.</param>
public sealed class DropoutReference(double rate = 0.5) : LayerReference
{
    private bool _masked;

    /// <inheritdoc/>
    public override string Kind => "Dropout";

    /// <summary>A factor per value of the batch: 0 or 1 / (1 - rate).</summary>
    public double[]? Mask { get; set; }

    /// <inheritdoc/>
    protected override object[] Arguments => rate == 0.5 ? [] : [rate];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _masked = training && Mask is not null;
        return _masked ? Scale(x) : x;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy) => _masked ? Scale(dy) : dy;

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    private double[] Scale(double[] x)
    {
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * Mask![i];
        return y;
    }
}
