using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Emission.Kernels;
using CnnCompiler.Generator.Layers.Add;
using CnnCompiler.Generator.Layers.Concat;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;
using Xunit;

namespace CnnCompiler.Generator.Tests.Planning;

/// <summary>Where tensors lie, in networks as large as those that people train.</summary>
public sealed class MemoryPlanTests
{
    private const string ResNet = """
        [Network(3, 224, 224)]
        [Conv(64, 7, Stride = 2, Padding = 3, Bias = false), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1)]
        [Use<Block>(64, 1, Repeat = 3), Use<Block>(128, 2), Use<Block>(128, 1, Repeat = 3), Use<Block>(256, 2), Use<Block>(256, 1, Repeat = 5), Use<Block>(512, 2), Use<Block>(512, 1, Repeat = 2)]
        [GlobalAvgPool, Dense(1000)]
        public partial class Net;
        [Residual<Main, Projection>, Relu] abstract class Block
        {
            [Parameter] const int Filters = 16, Stride = 1;
            [Conv(Filters, 1, Bias = false), BatchNorm, Relu, Conv(Filters, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, Relu, Conv(4 * Filters, 1, Bias = false), BatchNorm] class Main;
            [Conv(4 * Filters, 1, Stride = Stride, Bias = false), BatchNorm] class Projection;
        }
        """;

    private const string GoogLeNet = """
        [Network(3, 224, 224)]
        [Conv(64, 7, Stride = 2, Padding = 3), Relu, MaxPool(3, Stride = 2, CeilMode = true), Conv(64, 1), Relu, Conv(192, 3, Padding = 1), Relu, MaxPool(3, Stride = 2, CeilMode = true)]
        [Use<Inception>(64, 96, 128, 16, 32, 32), Use<Inception>(128, 128, 192, 32, 96, 64), MaxPool(3, Stride = 2, CeilMode = true)]
        [Use<Inception>(192, 96, 208, 16, 48, 64), Use<Inception>(160, 112, 224, 24, 64, 64), Use<Inception>(128, 128, 256, 24, 64, 64), Use<Inception>(112, 144, 288, 32, 64, 64)]
        [Use<Inception>(256, 160, 320, 32, 128, 128), MaxPool(3, Stride = 2, CeilMode = true), Use<Inception>(256, 160, 320, 32, 128, 128), Use<Inception>(384, 192, 384, 48, 128, 128)]
        [GlobalAvgPool, Dense(1000)]
        public partial class Net;
        [Concat<A, B, C, D>] abstract class Inception
        {
            [Parameter] const int N1 = 64, R3 = 96, N3 = 128, R5 = 16, N5 = 32, P = 32;
            [Conv(N1, 1), Relu] class A;
            [Conv(R3, 1), Relu, Conv(N3, 3, Padding = 1), Relu] class B;
            [Conv(R5, 1), Relu, Conv(N5, 5, Padding = 2), Relu] class C;
            [MaxPool(3, Stride = 1, Padding = 1), Conv(P, 1), Relu] class D;
        }
        """;

    private const string Vgg = """
        [Network(3, 224, 224)]
        [Conv(64, 3, Padding = 1), Relu, Conv(64, 3, Padding = 1), Relu, MaxPool(2), Conv(128, 3, Padding = 1), Relu, Conv(128, 3, Padding = 1), Relu, MaxPool(2)]
        [Conv(256, 3, Padding = 1), Relu, Conv(256, 3, Padding = 1), Relu, Conv(256, 3, Padding = 1), Relu, MaxPool(2), Conv(512, 3, Padding = 1), Relu, Conv(512, 3, Padding = 1), Relu, Conv(512, 3, Padding = 1), Relu, MaxPool(2)]
        [Conv(512, 3, Padding = 1), Relu, Conv(512, 3, Padding = 1), Relu, Conv(512, 3, Padding = 1), Relu, MaxPool(2), Dense(4096), Relu, Dropout, Dense(4096), Relu, Dropout, Dense(1000)]
        public partial class Net;
        """;

    private const string DenseNet = """
        [Network(3, 64, 64)]
        [Conv(64, 7, Stride = 2, Padding = 3, Bias = false), BatchNorm, Relu, MaxPool(3, Stride = 2, Padding = 1), Use<Unit>(Repeat = 6), BatchNorm, Relu, Conv(128, 1, Bias = false), AvgPool(2)]
        [Use<Unit>(Repeat = 12), BatchNorm, Relu, GlobalAvgPool, Dense(10)]
        public partial class Net;
        [Save("x"), BatchNorm, Relu, Conv(128, 1, Bias = false), BatchNorm, Relu, Conv(32, 3, Padding = 1, Bias = false), ConcatWith("x")] abstract class Unit;
        """;

    /// <summary>The networks.</summary>
    public static TheoryData<string> Networks => [ResNet, GoogLeNet, Vgg, DenseNet];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Plan_TakesLittleMoreThanWhatIsAliveAtOnce(string source)
    {
        NetworkPlan plan = Plan(source);
        foreach ((PassPlan pass, Space space, long floats) in new[]
        {
            (plan.Predict, Space.Values, plan.Predict.ValueFloats), (plan.Predict, Space.Scratch, plan.Predict.ScratchFloats),
            (plan.Gradient, Space.Values, plan.Gradient.ValueFloats), (plan.Gradient, Space.Scratch, plan.Gradient.ScratchFloats),
        })
        {
            long least = Lives(pass, space).Aggregate(new long[pass.Steps.Count], (sums, life) =>
            {
                for (int step = life.First; step <= life.Last; step++)
                {
                    sums[step] += life.Tensor.Floats;
                }

                return sums;
            }).Max();
            Assert.InRange(floats, least, least * 11 / 10);
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Tensors_ThatAreAliveAtOnce_DoNotOverlap(string source)
    {
        NetworkPlan plan = Plan(source);
        foreach (PassPlan pass in new[] { plan.Predict, plan.Gradient })
        {
            List<(Tensor Tensor, int First, int Last)> lives = Lives(pass, Space.Values);
            Assert.DoesNotContain(
                from a in lives from b in lives where a.Tensor != b.Tensor && a.First <= b.Last && b.First <= a.Last select (a.Tensor, b.Tensor),
                pair => pair.Item1.Offset < pair.Item2.Offset + pair.Item2.Floats && pair.Item2.Offset < pair.Item1.Offset + pair.Item1.Floats);
            Assert.All(lives, life => Assert.Equal(0, life.Tensor.Offset % 16));
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void ConcatenationsAndSums_CostNoKernel(string source)
    {
        NetworkPlan plan = Plan(source);
        Assert.DoesNotContain(plan.Predict.Steps.Concat(plan.Gradient.Steps), step => step.Kernel is ConcatCopyKernel or ConcatGradientKernel or AddKernel or MapKernel);
    }

    [Fact]
    public void Parts_ThatDoNotFillBlocks_AreCopied()
    {
        NetworkPlan plan = Plan("""
            [Network(3, 6, 6), Concat<A, B, C, D>, MeanSquaredErrorLoss] public partial class Net;
            [Conv(16, 1)] class A;
            [Conv(5, 1)] class B;
            [Conv(11, 1)] class C;
            [Conv(7, 1)] class D;
            """);
        Assert.Equal([16, 21], plan.Predict.Steps.Select(step => step.Kernel).OfType<ConcatCopyKernel>().Select(kernel => kernel.First));
        Assert.Equal([16, 21], plan.Gradient.Steps.Select(step => step.Kernel).OfType<ConcatGradientKernel>().Select(kernel => kernel.First));
    }

    [Fact]
    public void Prediction_OfAResidualNetwork_WritesSumsOverTheShortcut()
    {
        NetworkPlan plan = Plan(ResNet);

        // The widest stage: 256 channels of 56x56, and the 64 that the last convolution of a block reads.
        Assert.InRange(plan.Predict.ValueFloats, (256 + 64) * 56 * 56, (256 + 256 + 64) * 56 * 56);
    }

    private static List<(Tensor Tensor, int First, int Last)> Lives(PassPlan pass, Space space) =>
        (from used in pass.Steps.SelectMany((step, index) => step.Bindings.Select(binding => (binding.Tensor.Root, Index: index)))
         where used.Root.Space == space
         group used.Index by used.Root into life
         select (life.Key, life.Min(), life.Max())).ToList();

    // Nothing is emitted: planning alone takes these networks in no time.
    private static NetworkPlan Plan(string source)
    {
        var compilation = NetworkSource.Compile("using CnnCompiler;\n" + source);
        CheckedNetwork network = CheckedNetwork.Check(
            NetworkParser.Parse(compilation.GetTypeByMetadataName("Net")!, allowUnsafe: true, CancellationToken.None)!, new List<DiagnosticInfo>(), CancellationToken.None);
        return new NetworkPlan("Net", network.Graph ?? throw new InvalidOperationException(network.Error));
    }
}
