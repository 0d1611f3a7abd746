using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>Appends the channels of a remembered tensor.</summary>
/// <param name="save">Where it was remembered.</param>
public sealed class ConcatWithReference(SaveReference save) : LayerReference
{
    private int _batch;

    /// <inheritdoc/>
    public override string Kind => "ConcatWith";

    /// <inheritdoc/>
    protected override object[] Arguments => [save.Saved];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _batch = batch;
        var y = new double[batch * Output.Size];
        for (int sample = 0; sample < batch; sample++)
        {
            Array.Copy(x, sample * Input.Size, y, sample * Output.Size, Input.Size);
            Array.Copy(save.Value, sample * save.Output.Size, y, (sample * Output.Size) + Input.Size, save.Output.Size);
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        double[] dx = new double[_batch * Input.Size], share = new double[_batch * save.Output.Size];
        for (int sample = 0; sample < _batch; sample++)
        {
            Array.Copy(dy, sample * Output.Size, dx, sample * Input.Size, Input.Size);
            Array.Copy(dy, (sample * Output.Size) + Input.Size, share, sample * save.Output.Size, save.Output.Size);
        }

        save.AddGradient(share);
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input.With(Input.Channels + save.Output.Channels, Input.Height, Input.Width);
}
