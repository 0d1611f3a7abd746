namespace CnnCompiler.Testing.Reference;

/// <summary>Zeros on every side of every axis of positions.</summary>
/// <param name="padding">Zeros on each side.</param>
public sealed class ZeroPadReference(int padding) : LayerReference
{
    /// <inheritdoc/>
    public override string Kind => "ZeroPad";

    /// <inheritdoc/>
    protected override object[] Arguments => [padding];

    private int Rows => Input.Rank == 3 ? padding : 0;

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        var y = new double[batch * Output.Size];
        for (int i = 0; i < x.Length; i++)
            y[Place(i)] = x[i];
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length / Output.Size * Input.Size];
        for (int i = 0; i < dx.Length; i++)
            dx[i] = dy[Place(i)];
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input.With(Input.Channels, Input.Height + (2 * Rows), Input.Width + (2 * padding));

    private int Place(int index)
    {
        int plane = index / Input.Positions, row = index / Input.Width % Input.Height, column = index % Input.Width;
        return (plane * Output.Positions) + ((row + Rows) * Output.Width) + column + padding;
    }
}
