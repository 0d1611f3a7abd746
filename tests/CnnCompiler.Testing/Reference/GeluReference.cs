using System;

namespace CnnCompiler.Testing.Reference;

/// <summary>x times the distribution function of the standard normal.</summary>
public sealed class GeluReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Gelu";

    /// <inheritdoc/>
    protected override double Value(double x) => x * Below(x);

    /// <inheritdoc/>
    protected override double Derivative(double x) => Below(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));

    // 1/2 + p(x) (x + x^3 / 3 + x^5 / 15 + ..): Marsaglia 2004. All terms have the sign of x.
    private static double Below(double x)
    {
        if (Math.Abs(x) > 9)
            return x > 0 ? 1 : 0;
        double sum = x, term = x;
        for (int n = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); n += 2)
        {
            term *= x * x / n;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
    }
}
