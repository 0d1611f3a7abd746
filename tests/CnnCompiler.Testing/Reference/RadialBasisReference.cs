using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>Squared distances of the flattened input to the vector of each unit [LeCun et al. 1998].</summary>
/// <param name="units">Outputs.</param>
public sealed class RadialBasisReference(int units) : LayerReference
{
    private double[] _x = [];

    /// <inheritdoc/>
    public override string Kind => "RadialBasis";

    /// <inheritdoc/>
    protected override object[] Arguments => [units];

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _x = x;
        var y = new double[batch * units];
        Visit(batch, (output, input, weight) => y[output] += Math.Pow(x[input] - Parameters[0].Value[weight], 2));
        return y;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        double[] w = Parameters[0].Value, dw = Parameters[0].Gradient;
        Array.Clear(dw);
        var dx = new double[_x.Length];
        Visit(dy.Length / units, (output, input, weight) =>
        {
            double gradient = 2 * dy[output] * (_x[input] - w[weight]);
            dx[input] += gradient;
            dw[weight] -= gradient;
        });
        return dx;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => MapShape.Features(units);

    /// <inheritdoc/>
    protected override IEnumerable<ReferenceParameter> CreateParameters() => [new ReferenceParameter("weight", [units, Input.Size])];

    private void Visit(int batch, Action<int, int, int> product)
    {
        for (int n = 0; n < batch; n++)
        {
            for (int u = 0; u < units; u++)
            {
                for (int i = 0; i < Input.Size; i++)
                    product((n * units) + u, (n * Input.Size) + i, (u * Input.Size) + i);
            }
        }
    }
}
