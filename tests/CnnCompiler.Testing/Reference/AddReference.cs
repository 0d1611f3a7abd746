namespace CnnCompiler.Testing.Reference;

/// <summary>Adds a remembered tensor.</summary>
/// <param name="save">Where it was remembered.</param>
public sealed class AddReference(SaveReference save) : LayerReference
{
    /// <inheritdoc/>
    public override string Kind => "Add";

    /// <inheritdoc/>
    protected override object[] Arguments => [save.Saved];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        var y = new double[x.Length];
        for (int i = 0; i < y.Length; i++)
            y[i] = x[i] + save.Value[i];
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        save.AddGradient(dy);
        return dy;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;
}
