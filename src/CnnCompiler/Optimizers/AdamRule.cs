using System;
using System.Numerics;

namespace CnnCompiler;

/// <summary>One step of Adam: averages of the gradient and of its square, corrected for their start at zero.</summary>
internal readonly struct AdamRule : IUpdateRule
{
    private readonly Vector<float> _beta1;
    private readonly Vector<float> _share1;
    private readonly Vector<float> _beta2;
    private readonly Vector<float> _share2;
    private readonly Vector<float> _epsilon;
    private readonly Vector<float> _rate;
    private readonly Vector<float> _root;
    private readonly Vector<float> _penalty;
    private readonly Vector<float> _keep;

    /// <summary>Computes the constants of one step in double precision.</summary>
    /// <param name="rate">Learning rate.</param>
    /// <param name="beta1">Decay of the gradient's average.</param>
    /// <param name="beta2">Decay of the square's average.</param>
    /// <param name="epsilon">Added to the root.</param>
    /// <param name="penalty">Times the parameter is added to the gradient (L2).</param>
    /// <param name="keep">The parameter is multiplied by it first (decoupled decay).</param>
    /// <param name="step">1 for the first step.</param>
    public AdamRule(double rate, double beta1, double beta2, float epsilon, float penalty, double keep, long step)
    {
        _beta1 = new Vector<float>((float)beta1);
        _share1 = new Vector<float>((float)(1 - beta1));
        _beta2 = new Vector<float>((float)beta2);
        _share2 = new Vector<float>((float)(1 - beta2));
        _epsilon = new Vector<float>(epsilon);
        _rate = new Vector<float>((float)(-rate / (1 - Math.Pow(beta1, step))));
        _root = new Vector<float>((float)(1 / Math.Sqrt(1 - Math.Pow(beta2, step))));
        _penalty = new Vector<float>(penalty);
        _keep = new Vector<float>((float)keep);
    }

    /// <inheritdoc/>
    public int Arenas => 2;

    /// <inheritdoc/>
    public void Apply(ref Vector<float> parameter, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third)
    {
        gradient = Vector.MultiplyAddEstimate(_penalty, parameter, gradient);
        first = Vector.MultiplyAddEstimate(_beta1, first, _share1 * gradient);
        second = Vector.MultiplyAddEstimate(_beta2, second, _share2 * gradient * gradient);
        Vector<float> denominator = Vector.MultiplyAddEstimate(Vector.SquareRoot(second), _root, _epsilon);
        parameter = Vector.MultiplyAddEstimate(_rate, first / denominator, parameter * _keep);
    }
}
