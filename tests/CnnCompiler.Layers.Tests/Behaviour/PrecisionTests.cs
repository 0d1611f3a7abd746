using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Functions that are made of exponentials, over a line of arguments and at its ends.</summary>
public sealed class PrecisionTests
{
    private const int Count = 2008;

    private static readonly ElementwiseReference[] _functions =
        [new EluReference(), new SeluReference(), new GeluReference(), new SiluReference(), new SoftplusReference()];

    public static TheoryData<string, Isa> Functions
    {
        get
        {
            var pairs = new TheoryData<string, Isa>();
            foreach (ElementwiseReference function in _functions)
            {
                foreach (Isa isa in Testing.Isas.All)
                    pairs.Add(function.Kind, isa);
            }

            return pairs;
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void ValueAndDerivative_AreExactToAMillionth(string kind, Isa isa)
    {
        ElementwiseReference function = _functions.Single(f => f.Kind == kind);
        float[] x = [.. Enumerable.Range(0, 2001).Select(i => (i - 1000) / 100f), -1e30f, -200f, -50f, -1e-6f, 1e-6f, 50f, 200f];
        double[] wanted, slopes;
        lock (function)
        {
            wanted = function.Forward(Array.ConvertAll(x, v => (double)v), 1, training: true);
            slopes = function.Backward(Enumerable.Repeat(1.0, Count).ToArray());
        }

        using Network net = BehaviourNetworks.Create(kind + "Line", isa);
        float[] y = net.Predict(x);

        // Targets that make the gradient by each output 1.
        float[] gradient = net.GradientFor(x, y.Select(v => v - (Count / 2f)).ToArray()).InputGradient;
        for (int i = 0; i < Count; i++)
        {
            Assert.True(Math.Abs(y[i] - wanted[i]) <= 1e-6 * Math.Max(0.1, Math.Abs(wanted[i])), $"{kind}({x[i]:R}): expected {wanted[i]:R}, found {y[i]:R}");
            Assert.True(Math.Abs(gradient[i] - slopes[i]) <= 1e-6, $"{kind}'({x[i]:R}): expected {slopes[i]:R}, found {gradient[i]:R}");
        }
    }

    [Theory, MemberData(nameof(Functions))]
    public void NaN_StaysVisible(string kind, Isa isa)
    {
        using Network net = BehaviourNetworks.Create(kind + "Line", isa);
        float[] x = new float[Count];
        x[5] = float.NaN;
        float[] y = net.Predict(x);
        Assert.True(float.IsNaN(y[5]));
        Assert.Equal(1, y.Count(float.IsNaN));
    }
}
