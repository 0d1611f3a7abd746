using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Where values of a window are equal, the first in row-major order gets the gradient.</summary>
public sealed class TieTests
{
    public static TheoryData<Isa> EveryIsa => BehaviourNetworks.EveryIsa;

    [Theory, MemberData(nameof(EveryIsa))]
    public void MaxPool_OnTies_TakesTheFirst(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("Maximum", isa);
        float[] gradient = net.GradientFor(new float[16], [-2, -2, -2, -2]).InputGradient;
        Near.Equal([1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0], gradient, 1e-6);
        gradient = net.GradientFor([0, 1, 2, 2, 1, 1, 3, 2, -1, -2, -1, -3, -1, -1, 0, 0], [-1, 1, -3, -2]).InputGradient;
        Near.Equal([0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0], gradient, 1e-6);
    }

    // A convolution that copies its input, whose gradient goes from winner to winner.
    [Theory, MemberData(nameof(EveryIsa))]
    public void Convolution_BeforeTies_GivesTheFirstWinnersPlace(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("Winners", isa).With("conv1.weight", 0, 0, 0, 0, 1, 0, 0, 0, 0);
        float[] gradient = net.GradientFor(new float[16], [-2, -2, -2, -2]).InputGradient;
        Near.Equal([1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0], gradient, 1e-6);
        gradient = net.GradientFor([0, 1, 2, 2, 1, 1, 3, 2, -1, -2, -1, -3, -1, -1, 0, 0], [-1, 1, -3, -2]).InputGradient;
        Near.Equal([0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0], gradient, 1e-6);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Overlapping_OnTies_MatchesReference(Isa isa)
    {
        // Few different values, so that most windows have several maxima.
        var random = new RandomValues(7);
        float[] x = Enumerable.Range(0, 72 * 5).Select(_ => (float)random.Below(3)).ToArray();
        var reference = new ReferenceNetwork("Overlapping", MapShape.Image(3, 4, 6), new MeanSquaredErrorReference(), new MaxPoolReference(3) { Stride = 1 });
        ReferenceCase @case = ReferenceCase.Create(reference, batch: 5, input: x);
        using Network net = BehaviourNetworks.Create("Overlapping", isa);
        GeneratedResult.Of(net, @case).Compare(@case);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void GlobalMaxPool_OnTies_TakesTheFirst(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("GlobalMaximum", isa);
        float[] x = new float[30];
        (x[7], x[11], x[28], x[29]) = (5, 5, 1, 1);
        float[] expected = new float[30];
        (expected[7], expected[28]) = (1, 1);
        Near.Equal(expected, net.GradientFor(x, [4, 0]).InputGradient, 1e-6);
    }
}
