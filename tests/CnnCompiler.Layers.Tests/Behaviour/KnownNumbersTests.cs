using System;
using System.Linq;
using CnnCompiler.Layers.Tests.Infrastructure;
using CnnCompiler.Testing.Reference;
using Xunit;

namespace CnnCompiler.Layers.Tests.Behaviour;

/// <summary>Numbers that lectures and papers print.</summary>
public sealed class KnownNumbersTests
{
    private static readonly float[] _binary = [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0];

    private static readonly float[] _cross = [1, 0, 1, 0, 1, 0, 1, 0, 1];

    public static TheoryData<Isa> EveryIsa => BehaviourNetworks.EveryIsa;

    [Theory, MemberData(nameof(EveryIsa))]
    public void Conv_CrossCorrelates(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("Correlation", isa).With("conv1.weight", 1, 4, 1, 1, 4, 3, 3, 3, 1);
        Near.Equal([122, 148, 126, 134], net.Predict([4, 5, 8, 7, 1, 8, 8, 8, 3, 6, 6, 4, 6, 5, 7, 8]));

        using Network binary = BehaviourNetworks.Create("BinaryCorrelation", isa).With("conv1.weight", _cross).With("conv1.bias", 0);
        Near.Equal([4, 3, 4, 2, 4, 3, 2, 3, 4], binary.Predict(_binary));
        using Network strided = BehaviourNetworks.Create("BinaryCorrelationStride2", isa).With("conv1.weight", _cross).With("conv1.bias", 0);
        Near.Equal([4, 4, 2, 4], strided.Predict(_binary));
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Conv_OnSignals_CrossCorrelates(Isa isa)
    {
        using Network difference = BehaviourNetworks.Create("Difference", isa).With("conv1.weight", -1, 1).With("conv1.bias", 0);
        Near.Equal([0, 0, 0, 1, 1, 1, 1, 0, 0, 0], difference.Predict([0, 0, 0, 0, 1, 2, 3, 4, 4, 4, 4]));
        using Network slope = BehaviourNetworks.Create("Slope", isa).With("conv1.weight", 1, 0, -1).With("conv1.bias", 0);
        Near.Equal([-2, 2, 1, 2, 1], slope.Predict([1, 2, -1, 1, -3]));
        using Network strided = BehaviourNetworks.Create("SlopeStride2", isa).With("conv1.weight", 1, 0, -1).With("conv1.bias", 0);
        Near.Equal([-2, 1, 1], strided.Predict([1, 2, -1, 1, -3]));
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Conv_ThatStartsAsIdentityInEachGroup_ChangesNothing(Isa isa)
    {
        float[] input = [.. Enumerable.Range(1, 6 * 3 * 4).Select(value => (float)value)];
        using Network net = BehaviourNetworks.Create("GroupIdentity", isa);
        Near.Equal(input, net.Predict(input));
    }

    [Fact]
    public void Conv_OfAlexNet_Gives55() => Assert.Equal("1x55x55", BehaviourNetworks.Create("AlexNetFirst", Isa.Portable).OutputShape.ToString());

    [Theory, MemberData(nameof(EveryIsa))]
    public void Pools_GiveMaximumAndMean(Isa isa)
    {
        float[] x = [1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4];
        using Network maximum = BehaviourNetworks.Create("Maximum", isa);
        Near.Equal([6, 8, 3, 4], maximum.Predict(x));
        using Network mean = BehaviourNetworks.Create("Mean", isa);
        Near.Equal([3.25, 5.25, 2, 2], mean.Predict(x));
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Activations_HaveKnownValuesAndDerivatives(Isa isa)
    {
        using Network logistic = BehaviourNetworks.Create("Logistic", isa);
        Near.Equal([0, 0.26894142, 0.5, 0.73105858, 1], logistic.Predict([-200, -1, 0, 1, 200]), 2e-7);
        using Network hyperbolic = BehaviourNetworks.Create("Hyperbolic", isa);
        float[] x = [-0.7f, 1e-4f, 0.3f, 2, 30];
        Near.Equal(x.Select(Tanh).ToArray(), hyperbolic.Predict(x), 3e-7);
        using Network rectifier = BehaviourNetworks.Create("Rectifier", isa);
        using Network leaky = BehaviourNetworks.Create("Leaky", isa);
        Near.Equal([0, 0, 1, 0], rectifier.Predict([-1, 0, 1, -0.5f]), 0);
        Near.Equal([-0.02, 0, 1, -0.01], leaky.Predict([-1, 0, 1, -0.5f]), 1e-8);

        // With targets 2 below the output, the gradient by each output is 2 * 2 / 4 = 1; at 0 the derivative is 0, and the slope.
        Near.Equal([0, 0, 1, 0], rectifier.GradientFor([-1, 0, 1, -0.5f], [-2, -2, -1, -2]).InputGradient, 1e-6);
        Near.Equal([0.02, 0.02, 1, 0.02], leaky.GradientFor([-1, 0, 1, -0.5f], [-2.02f, -2, -1, -2.01f]).InputGradient, 1e-6);

        static double Tanh(float value) => (2 / (1 + Math.Exp(-2.0 * value))) - 1;
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Softmax_GivesProbabilitiesAndLosses(Isa isa)
    {
        using Network net = BehaviourNetworks.Create("Probabilities", isa), log = BehaviourNetworks.Create("LogProbabilities", isa);
        float[] scores = [3.2f, 5.1f, -1.7f];
        Near.Equal([0.1300, 0.8690, 0.0010], net.Predict(scores), 6e-5);
        Near.Equal([0.1300, 0.8690, 0.0010], net.Predict([1003.2f, 1005.1f, 998.3f]), 1e-4);
        Near.Equal([0, 1, 0], net.Predict([-1e4f, 1e4f, 0]), 1e-6);
        Near.Equal([-2e4, 0, -1e4], log.Predict([-1e4f, 1e4f, 0]), 1e-2);
        double[] losses = [2.0404, 0.1404, 6.9404];
        for (int label = 0; label < 3; label++)
        {
            Near.Equal([losses[label]], [net.GradientForLabels(scores, label).Loss], 1e-4);
            Near.Equal([losses[label]], [log.GradientForLabels(scores, label).Loss], 1e-4);
        }

        Near.Equal([0.1300, 0.8690 - 1, 0.0010], net.GradientForLabels(scores, 1).InputGradient, 6e-5);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void CrossEntropy_OfZeroLogits_IsLogOfClasses(Isa isa)
    {
        foreach ((string name, int classes) in new[] { ("Ten", 10), ("Thousand", 1000) })
        {
            using Network net = BehaviourNetworks.Create(name, isa).With("dense1.weight", new float[6 * classes]).With("dense1.bias", new float[classes]);
            Near.Equal([Math.Log(classes)], [net.GradientForLabels(new RandomValues(1).Normals(12), 3, 7).Loss], 1e-5);
        }
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void OneLogit_EqualsTwo_WhenItIsTheirDifference(Isa isa)
    {
        var random = new RandomValues(2);
        float[] first = random.Normals(6), second = random.Normals(6), x = random.Normals(18);
        float[] difference = first.Zip(second, (a, b) => b - a).ToArray();
        using Network one = BehaviourNetworks.Create("OneLogit", isa).With("dense1.weight", difference).With("dense1.bias", 0.25f);
        using Network two = BehaviourNetworks.Create("TwoLogits", isa).With("dense1.weight", [.. first, .. second]).With("dense1.bias", 0, 0.25f);
        (float loss, float[] gradient) = one.GradientFor(x, [1, 0, 1]);
        (float loss2, float[] gradient2) = two.GradientForLabels(x, 1, 0, 1);
        Near.Equal([loss], [loss2], 1e-5);
        Near.Equal(gradient, gradient2, 1e-5);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void PointwiseConv_IsDenseAtEachPixel(Isa isa)
    {
        var random = new RandomValues(3);
        float[] weight = random.Normals(35), bias = random.Normals(7), x = random.Normals(120);
        using Network conv = BehaviourNetworks.Create("Pointwise", isa).With("conv1.weight", weight).With("conv1.bias", bias);
        using Network dense = BehaviourNetworks.Create("Pixel", isa).With("dense1.weight", weight).With("dense1.bias", bias);
        float[] map = conv.Predict(x);
        for (int pixel = 0; pixel < 24; pixel++)
        {
            float[] values = dense.Predict(Enumerable.Range(0, 5).Select(c => x[(c * 24) + pixel]).ToArray());
            Near.Equal(values, Enumerable.Range(0, 7).Select(c => map[(c * 24) + pixel]).ToArray(), 1e-5);
        }
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Dense_IsConvWithTheWholeMapAsKernel(Isa isa)
    {
        var random = new RandomValues(4);
        float[] weight = random.Normals(630), bias = random.Normals(7), x = random.Normals(270);
        using Network conv = BehaviourNetworks.Create("WholeMap", isa).With("conv1.weight", weight).With("conv1.bias", bias);
        using Network dense = BehaviourNetworks.Create("DenseMap", isa).With("dense1.weight", weight).With("dense1.bias", bias);
        Near.Equal(conv.Predict(x), dense.Predict(x), 1e-4);
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void Conv_OfShiftedInput_IsShifted(Isa isa)
    {
        float[] x = new RandomValues(5).Normals(288), shifted = new float[288];
        for (int i = 0; i < 288; i++)
            shifted[i] = i % 12 > 0 && i / 12 % 12 > 1 ? x[i - 25] : 0;
        using Network net = BehaviourNetworks.Create("Shifted", isa);
        float[] y = net.Predict(x), moved = net.Predict(shifted);
        for (int i = 0; i < y.Length; i++)
        {
            if (i % 8 > 0 && i / 8 % 8 > 1)
                Near.Equal([y[i - 17]], moved.AsSpan(i, 1), 1e-5);
        }
    }

    [Theory, MemberData(nameof(EveryIsa))]
    public void BatchNorm_WithStatisticsAsParameters_IsTheIdentity(Isa isa)
    {
        float[] x = new RandomValues(6).Normals(6 * 20 * 3);
        using Network net = BehaviourNetworks.Create("Normalised", isa);
        float[] mean = [1, -1, 0.5f, 2, 0, 3], variance = [0.5f, 1, 2, 4, 0.25f, 1];
        net.With("batchnorm1.running_mean", mean).With("batchnorm1.running_var", variance).With("batchnorm1.bias", mean);
        net.With("batchnorm1.weight", variance.Select(v => MathF.Sqrt(v + 1e-5f)).ToArray());
        Near.Equal(x, net.Predict(x), 1e-5);
    }
}
