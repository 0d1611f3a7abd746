using System.Threading.Tasks;
using Xunit;

namespace CnnCompiler.Generator.Tests.CodeFixes;

/// <summary>Fixes of paths whose shapes differ.</summary>
public sealed class BranchFixTests
{
    [Fact]
    public async Task Residual_InANetwork_GetsAProjection()
    {
        FixedProject result = await FixedProject.Create("""
            using CnnCompiler;

            [Network(3, 8, 8)]
            [Residual<Main>, Relu, Dense(2)] // The block.
            public partial class Net;

            [Conv(16, 3, Stride = 2, Padding = 1), Relu]
            abstract class Main;
            """).Apply("CNN120", "Add a projection");
        Assert.Equal("""
            using CnnCompiler;

            [Network(3, 8, 8)]
            [Residual<Main, Projection>, Relu, Dense(2)] // The block.
            public partial class Net
            {
                [Conv(16, 1, Stride = 2, Bias = false), BatchNorm]
                class Projection;
            }

            [Conv(16, 3, Stride = 2, Padding = 1), Relu]
            abstract class Main;
            """, result.Text);
    }

    // One use of the block has 32 filters, another one 64: the expressions are taken, not the numbers.
    [Fact]
    public async Task Residual_InABlock_GetsAProjectionForEveryUse()
    {
        const string Source = """
            using CnnCompiler;

            [Network(16, 8, 8)]
            [Use<Block>(16, 1), Use<Block>(2 * 16, 2), Use<Block>(64, 2), Dense(2)]
            public partial class Net;

            [Residual<Main>, Relu]
            abstract class Block
            {
                [Parameter] const int Filters = 16, Stride = 1;

                [Conv(2 * Filters / 2, 3, Stride = Stride, Padding = 1, Bias = false), BatchNorm, Relu]
                [Conv(Filters, 3, Padding = 1, Bias = false), BatchNorm]
                class Main;
            }
            """;
        FixedProject result = await FixedProject.Create(Source).Apply("CNN120", "Add a projection");
        Assert.Equal(
            Source.Replace("Residual<Main>", "Residual<Main, Projection>")
                .Replace("class Main;\n", "class Main;\n\n    [Conv(Filters, 1, Stride = Stride, Bias = false), BatchNorm]\n    class Projection;\n"),
            result.Text);
        Assert.All(await result.Diagnose(), found => Assert.Equal("CNN208", found.Id));
    }

    // The main path of the block is elsewhere, where its parameters cannot be seen from: no expression, and no number that suits every use.
    [Fact]
    public async Task Residual_WhoseExpressionsAreOutOfSight_HasNoFix() => Assert.Empty(await FixedProject.Create("""
        using CnnCompiler;
        [Network(16, 8, 8)]
        [Use<Outer>(32), Dense(2)] public partial class Net;
        class Outer2 { }
        [Residual<Outer.Main>] abstract class Block;
        [Use<Block>] abstract class Outer
        {
            [Parameter] const int N = 1;
            [Conv(N, 1)] public class Main;
        }
        """).Offers("CNN120"));

    [Fact]
    public async Task Residual_OfFeatures_GetsADenseProjection()
    {
        FixedProject result = await FixedProject.Create("using CnnCompiler;\n[Network(8)]\n[Residual<Main>, Dense(2)]\npublic partial class Net\n{\n\t[Dense(5), Relu]\n\tclass Main;\n\tclass Projection;\n}\n")
            .Apply("CNN120", "Add a projection");
        Assert.Equal(
            "using CnnCompiler;\n[Network(8)]\n[Residual<Main, Projection2>, Dense(2)]\npublic partial class Net\n{\n\t[Dense(5), Relu]\n\tclass Main;\n\tclass Projection;\n\n\t[Dense(5, Bias = false), BatchNorm]\n\tclass Projection2;\n}\n",
            result.Text);
    }

    [Theory]
    [InlineData("Residual<Main>", "[Conv(3, 3), Relu, Conv(3, 5)] class Main;", "CNN120", "Keep the size: write Padding = 1, Padding = 2", "[Conv(3, 3, Padding = 1), Relu, Conv(3, 5, Padding = 2)] class Main;")]
    [InlineData("Concat<A, B>", "[Conv(4, 3, Padding = 1)] class A; [Conv(5, 3), Relu] class B;", "CNN121", "Keep the size: write Padding = 1", "[Conv(4, 3, Padding = 1)] class A; [Conv(5, 3, Padding = 1), Relu] class B;")]
    [InlineData("Concat<A, B>", "[Conv(4, 3, Padding = 1)] class A; [MaxPool(3), Conv(5, 1)] class B;", "CNN121", "Fit the branch: write Stride = 1, Padding = 1", "")]
    [InlineData("Concat<A, B, C>", "[Conv(4, 3, Padding = 1, Stride = 2)] class A; [Conv(5, 3, Padding = 1), Relu] class B; [MaxPool(2)] class C;", "CNN121", "Fit the branch: write Stride = 2", "[Conv(4, 3, Padding = 1, Stride = 2)] class A; [Conv(5, 3, Padding = 1, Stride = 2), Relu] class B; [MaxPool(2)] class C;")]
    [InlineData("Concat<A, A, B>", "class A; [MaxPool(3)] class B;", "CNN121", "Fit the branch: write Stride = 1, Padding = 1", "class A; [MaxPool(3, Stride = 1, Padding = 1)] class B;")]
    [InlineData("Sum<A, B>", "[Conv(4, 1)] class A; [Conv(4, 5)] class B;", "CNN120", "Keep the size: write Padding = 2", "[Conv(4, 1)] class A; [Conv(4, 5, Padding = 2)] class B;")]
    [InlineData("Residual<Main, P>", "[Conv(4, 3, Stride = 2, Padding = 1)] class Main; [Conv(4, 1)] class P;", "CNN120", "Fit the branch: write Stride = 2", "[Conv(4, 3, Stride = 2, Padding = 1)] class Main; [Conv(4, 1, Stride = 2)] class P;")]
    public async Task Branch_GetsPaddingAndStride(string join, string paths, string id, string title, string expected)
    {
        const string Head = "using CnnCompiler;\n[Network(3, 8, 8)]\n";
        FixedProject project = FixedProject.Create(Head + "[" + join + "]\npublic partial class Net;\n" + paths);
        if (expected.Length == 0)
        {
            // The pool is not the last layer with a window.
            Assert.DoesNotContain(title, await project.Offers(id));
            return;
        }

        Assert.Equal(Head + "[" + join + "]\npublic partial class Net;\n" + expected, (await project.Apply(id, title)).Text);
    }
}
