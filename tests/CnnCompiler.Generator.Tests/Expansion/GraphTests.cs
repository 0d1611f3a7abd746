using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;
using Xunit;

namespace CnnCompiler.Generator.Tests.Expansion;

/// <summary>Blocks and branches as nodes with names.</summary>
public sealed class GraphTests
{
    [Theory]
    [InlineData("Use<B>(6), Use<B>, Use<B>(Repeat = 2)", "b1.conv1 Conv(6, 1)", "b2.conv1 Conv(5, 1)", "b3.conv1 Conv(5, 1)", "b4.conv1 Conv(5, 1)")]
    [InlineData("Use<B>(6, Name = \"stem\"), Use<B>(7, Name = \"layer\", Repeat = 2), Use<B>", "stem.conv1 Conv(6, 1)", "layer.0.conv1 Conv(7, 1)", "layer.1.conv1 Conv(7, 1)", "b4.conv1 Conv(5, 1)")]
    [InlineData("Concat<I, B, I, B, B>", "b.conv1 Conv(5, 1)", "b2.conv1 Conv(5, 1)", "b3.conv1 Conv(5, 1)", "concat1 Concat<I, B, I, B, B>")]
    [InlineData("Sum<B>, Concat<B>", "b.conv1 Conv(5, 1)", "b2.conv1 Conv(5, 1)")]
    [InlineData("Residual<B, C>, Residual<B, C>", "b.conv1 Conv(5, 1)", "c.conv1 Conv(5, 1)", "residual1 Residual<B, C>", "b2.conv1 Conv(5, 1)", "residual2 Residual<B, C>")]
    [InlineData("Residual<B, C>(Always = true, Name = \"r\")", "r.b.conv1 Conv(5, 1)", "r.c.conv1 Conv(5, 1)", "r Residual<B, C>(Always = true, Name = \"r\")")]
    [InlineData("Residual<B>(PadChannels = true)", "b.conv1 Conv(5, 1)", "shortcut1 Residual<B>(PadChannels = true)", "residual1 Residual<B>(PadChannels = true)")]
    [InlineData("Conv(5, 1), Save(\"a\"), Relu, Add(\"a\"), ConcatWith(\"a\")", "conv1 Conv(5, 1)", "relu1 Relu", "add1 Add(\"a\")", "concatwith1 ConcatWith(\"a\")")]
    [InlineData("Skip<B>(\"s\"), Skip<B>(\"s\"), TakeSkip(\"s\")", "b.conv1 Conv(5, 1)", "b2.conv1 Conv(5, 1)", "skip1 Skip<B>(\"s\")")]
    [InlineData("Highway<D, D>, Multiply<B, C>", "d.conv1 Conv(4, 1)", "d2.conv1 Conv(4, 1)", "highway1 Highway<D, D>", "b.conv1 Conv(5, 1)", "c.conv1 Conv(5, 1)", "multiply1 Multiply<B, C>")]
    [InlineData("Use<Typed>(6.0, true, 1, \"x\", Init.He)", "typed1.x Conv(6, 1, Bias = true, Name = \"x\", Init = Init.He)", "typed1.leakyrelu1 LeakyRelu(1)")]
    [InlineData("Use<Typed>", "typed1.n Conv(5, 1, Bias = false, Name = \"n\", Init = Init.Glorot)", "typed1.leakyrelu1 LeakyRelu(0.5)")]
    [InlineData("Use<Derived>(3)", "derived1.conv1 Conv(12, 1)", "derived1.conv2 Conv(8, 1)", "derived1.conv3 Conv(3, 1, Name = \"f3\")")]
    [InlineData("Use<Outer>(2), Use<Outer>(5)", "outer1.inner1.conv1 Conv(4, 1)", "outer1.inner2.conv1 Conv(1, 1)", "outer2.inner1.conv1 Conv(10, 1)", "outer2.inner2.conv1 Conv(1, 1)")]
    public void Attributes_GiveNodesWithNames(string attributes, params string[] nodes)
    {
        Graph graph = Expand(attributes).Graph;
        Assert.Equal(nodes.Select(node => node.Replace("conv3 Conv(3, 1, Name", "f3 Conv(3, 1, Name")), graph.Nodes.Select(node => node.Name + " " + node.Layer.Header.Text));
    }

    [Fact]
    public void Heads_HaveTheirNodesAndWeights()
    {
        Graph graph = Expand("Auxiliary<Head>, Conv(2, 1), Auxiliary<Head>(0.5), Dense(3)").Graph;
        Assert.Equal(["head.dense1", "conv1", "head2.dense1", "dense1"], graph.Nodes.Select(node => node.Name));
        Assert.Equal([(0, 0.3), (2, 0.5)], graph.Heads.Select(head => (head.Node, head.Weight)));
        Assert.Equal(3, graph.Output);
    }

    // As in C#, a constant may name one that is declared after it.
    [Theory]
    [InlineData("Use<Backwards>", "17 16 8")]
    [InlineData("Use<Backwards>(4)", "9 8 4")]
    [InlineData("Use<Backwards>(4, 5)", "5 8 4")]
    [InlineData("Use<Backwards>(4, 5, 3)", "5 3 4")]
    public void Defaults_MayNameLaterParameters(string use, string filters) => Assert.Equal(
        filters, string.Join(" ", Expand(use).Shapes.Select(shape => shape.Channels)));

    [Fact]
    public void FrozenUse_FreezesEverythingInside() => Assert.Equal(
        [true, true, false], Expand("Use<Outer>(2, Frozen = true), Use<B>").Graph.Nodes.Select(node => node.Layer.Header.Frozen));

    [Fact]
    public void EqualSources_GiveEqualGraphs() => Assert.Equal(Expand("Use<Outer>(2), Residual<B, C>").Graph.Nodes, Expand("Use<Outer>(4 / 2), Residual<B, C>").Graph.Nodes, (a, b) => a.Name == b.Name);

    private static TypedGraph Expand(string attributes)
    {
        const string Blocks = """
            abstract class I;
            [Conv(N, 1)] abstract class B { [Parameter] const int N = 5; }
            [Conv(5, 1)] abstract class C;
            [Conv(4, 1)] abstract class D;
            [Dense(3)] abstract class Head;
            [Conv(N, 1, Bias = Bias, Name = Name, Init = Scheme), LeakyRelu(Slope)] abstract class Typed
            {
                [Parameter] const int N = 5;
                [Parameter] const bool Bias = false;
                [Parameter] const double Slope = 0.5;
                [Parameter] const string Name = "n";
                [Parameter] const Init Scheme = Init.Glorot;
            }
            [Conv(Wide, 1), Conv(Limits.Two * (N > 4 ? 1 : 4), 1), Conv((int)(N * 1.4f) % 100 - (1 << 0), 1, Name = "f" + "3")] abstract class Derived
            {
                [Parameter] const int N = 4, Factor = N + 1;
                const int Wide = N * Factor;
            }
            [Conv(B, 1), Conv(C, 1), Conv(A, 1)] abstract class Backwards { [Parameter] const int A = 8, B = C + 1, C = A * 2; }
            static class Limits { public const int Two = 2; }
            [Use<Inner>(2 * N), Use<Inner>] abstract class Outer
            {
                [Parameter] const int N = 1;
                [Conv(M, 1)] public class Inner { [Parameter] const int M = 1; }
            }
            """;
        var compilation = NetworkSource.Compile("using CnnCompiler;\n[Network(4, 6, 6)]\n[" + attributes + "]\npublic partial class Net;\n" + Blocks);
        Assert.Empty(NetworkSource.SourceErrors(compilation));
        var diagnostics = new List<DiagnosticInfo>();
        CheckedNetwork network = CheckedNetwork.Check(
            NetworkParser.Parse(compilation.GetTypeByMetadataName("Net")!, allowUnsafe: true, CancellationToken.None)!, diagnostics, CancellationToken.None);
        Assert.Null(network.Error);
        return network.Graph!;
    }
}
