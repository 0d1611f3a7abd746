using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>A function of each value alone.</summary>
public abstract class ElementwiseReference : LayerReference
{
    private double[] _x = [];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        Margin = double.PositiveInfinity;
        var y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = Value(x[i]);
            if (HasKink && x[i] != 0)
                Margin = Math.Min(Margin, Math.Abs(x[i]));
        }

        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        var dx = new double[dy.Length];
        for (int i = 0; i < dy.Length; i++)
            dx[i] = dy[i] * Derivative(_x[i]);
        return dx;
    }

    /// <summary>Whether the derivative jumps at 0.</summary>
    protected virtual bool HasKink => false;

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;

    /// <summary>The function.</summary>
    /// <param name="x">Its argument.</param>
    protected abstract double Value(double x);

    /// <summary>Its derivative.</summary>
    /// <param name="x">Its argument.</param>
    protected abstract double Derivative(double x);
}
