using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class GraphDiagnosticsTests
{
    private const string Blocks = """

        abstract class I;
        [Conv(N, 3, Padding = P)] abstract class B { [Parameter] const int N = 5, P = 1; }
        [Use<B>(N), Use<B>(2 * N, P)] abstract class Stage { [Parameter] const int N = 5, P = 1; }
        [Conv(64 / N, 1)] abstract class Quotient { [Parameter] const int N = 5; }
        [Conv(4, 3)] abstract class Small;
        [Conv(2, 1)] abstract class Narrow;
        [Conv(6, 9)] abstract class Large;
        [Use<CycleB>] abstract class CycleA;
        [Residual<CycleA>] abstract class CycleB;
        [Dense(5)] abstract class Head;
        """;

    [Theory]
    [InlineData("Use<B>(3, 1, 2)", "CNN021", "2", "Use<B>(3, 1, 2) gives 3 arguments, but B has 2 parameters (N, P). Remove what is too many, or mark constants of the block as [Parameter].")]
    [InlineData("Use<Small>(3)", "CNN021", "3", "Use<Small>(3) gives 1 argument, but Small has no parameters. Remove what is too many, or mark constants of the block as [Parameter].")]
    [InlineData("Use<B>(3, \"1\")", "CNN022", "\"1\"", "Use<B>(3, \"1\"): argument 2, \"1\", is of type string, but parameter P is of type int and cannot take it. Write a value of that type.")]
    [InlineData("Use<B>(3.5)", "CNN022", "3.5", "Use<B>(3.5): argument 1, 3.5, is of type double, but parameter N is of type int and cannot take it. Write a value of that type.")]
    [InlineData("Use<B>(Init.He)", "CNN022", "Init.He", "Use<B>(Init.He): argument 1, Init.He, is of type CnnCompiler.Init, but parameter N is of type int and cannot take it. Write a value of that type.")]
    [InlineData("Use<CycleA>", "CNN024", "Use<CycleA>", "Residual<CycleA> in Use<CycleA> > Use<CycleB>: CycleA contains itself, CycleA > CycleB > CycleA, and would never end. Break the cycle; Repeat follows a block by itself.")]
    [InlineData("Residual<CycleA>", "CNN024", "Use<CycleB>", "Residual<CycleA> in Use<CycleB>: CycleA contains itself, CycleA > CycleB > CycleA, and would never end. Break the cycle; Repeat follows a block by itself.")]
    [InlineData("Use<Quotient>(0)", "CNN025", "Use<Quotient>(0)", "Conv in Use<Quotient>(0): filters divides by zero, 64 / 0. Change the expression or the arguments of the block.")]
    [InlineData("Save(\"\")", "CNN026", "\"\"", "Save(\"\"): the name is empty. Write the name of a saved tensor or of a sum.")]
    [InlineData("Conv(4, 1), Save(\"b\"), Add(\"a\"), Add(\"b\")", "CNN020", "\"a\"", "Add(\"a\"): no tensor \"a\" was saved in this path before. Known: b.")]
    [InlineData("TakeSkip(\"a\")", "CNN020", "\"a\"", "TakeSkip(\"a\"): no sum \"a\" was started by a Skip before. Write Skip before it.")]
    [InlineData("Use<B>(-3)", "CNN011", "Use<B>(-3)", "Conv(-3, 3, Padding = 1) in Use<B>(-3): filters has to be at least 1, but is -3")]
    [InlineData("Use<Stage>(4, -1)", "CNN011", "Use<Stage>(4, -1)", "Conv(8, 3, Padding = -1) in Use<Stage>(4, -1) > Use<B>(8, -1): Padding has to be at least 0, but is -1")]
    [InlineData("Use<Large>(Repeat = 3)", "CNN101", "Use<Large>(Repeat = 3)", "Conv(6, 9) in Use<Large>(Repeat = 3) needs an input of at least 9x9, but the network's input gives 3x6x6: (6 - 9 + 2*0) / 1 + 1 = -2. Use a kernel of at most 6, or Padding = 2.")]
    [InlineData("Residual<B>", "CNN120", "Residual<B>", "Residual<B> needs equal shapes, but layer 1 of B, Conv(5, 3, Padding = 1) gives 5x6x6 and the network's input gives 3x6x6. Let the main path keep the shape, or write Residual<B, Projection> with a path that gives 5x6x6.")]
    [InlineData("Sum<B, B, Small>", "CNN120", "Sum<B, B, Small>", "Sum<B, B, Small> needs equal shapes, but layer 1 of B, Conv(5, 3, Padding = 1) gives 5x6x6 and layer 1 of Small, Conv(4, 3) gives 4x4x4. Give all paths the same shape.")]
    [InlineData("Concat<I, Small>", "CNN121", "Concat<I, Small>", "Concat<I, Small> appends channels, so positions have to be equal, but the network's input gives 3x6x6 and layer 1 of Small, Conv(4, 3) gives 4x4x4. Use the same strides and paddings that keep the size.")]
    [InlineData("Residual<Narrow>(PadChannels = true)", "CNN122", "Residual<Narrow>(PadChannels = true)", "Residual<Narrow>(PadChannels = true): a shortcut that subsamples 3x6x6 and appends channels cannot give 2x6x6: it has fewer channels. Use a projection.")]
    [InlineData("Residual<Small>(PadChannels = true)", "CNN122", "Residual<Small>(PadChannels = true)", "Residual<Small>(PadChannels = true): a shortcut that subsamples 3x6x6 and appends channels cannot give 4x4x4: no step takes 4 of 6 positions. Use a projection.")]
    [InlineData("Residual<B>(Always = true)", "CNN012", "Always = true", "Residual<B>(Always = true): Always needs a projection, but a projection is missing. Write Residual<Main, Projection>, or remove Always.")]
    [InlineData("Auxiliary<Head>, Dense(10)", "CNN123", "Auxiliary<Head>", "Auxiliary<Head> gives 5, but its loss takes the labels or targets of the network's output, 10. Let the head end with the same shape.")]
    [InlineData("Auxiliary<Head>(-1), Dense(5)", "CNN011", "-1", "Auxiliary<Head>(-1): weight has to be a finite number of at least 0, but is -1")]
    [InlineData("Save(\"a\"), Conv(4, 1)", "CNN220", "Save(\"a\")", "Save(\"a\"): \"a\" is never read by Add or ConcatWith. Remove it, or read it.")]
    [InlineData("Skip<Small>(\"a\"), Conv(4, 1)", "CNN220", "Skip<Small>(\"a\")", "Skip<Small>(\"a\"): \"a\" is never read by TakeSkip. Remove it, or read it.")]
    [InlineData("Use<B>(Repeat = 1000000)", "CNN027", "Use<B>(Repeat = 1000000)", "Conv(5, 3, Padding = 1) in Use<B>(Repeat = 1000000) makes the network larger than 10000 layers. Use fewer repetitions.")]
    [InlineData("Concat<I, I, I>", "", "", "")]
    public void Mistakes_AreReportedWhereTheyAre(string attributes, string id, string at, string message)
    {
        var found = NetworkSource.Analyze(NetworkSource.Compile("using CnnCompiler;\n[Network(3, 6, 6)]\n[" + attributes + "]\npublic partial class Net;\n" + Blocks));
        if (id.Length == 0)
        {
            Assert.Empty(found);
            return;
        }

        Assert.Equal((id, at, message), found.Select(one => (one.Id, one.At, one.Message)).Single());
    }

    // A branch has no arguments that could be at fault: its own attribute is.
    [Fact]
    public void MistakeInABranch_IsReportedOnItsOwnAttribute()
    {
        Reported found = Assert.Single(NetworkSource.Analyze(NetworkSource.Compile("using CnnCompiler;\n[Network(3, 6, 6)]\n[Concat<Large, Large>]\npublic partial class Net;\n" + Blocks)));
        Assert.Equal(("CNN101", "Conv(6, 9)"), (found.Id, found.At));
    }

    [Fact]
    public async Task MistakeInABlock_HasTheInnerAttributeAsAdditionalLocation()
    {
        var compilation = NetworkSource.Compile("using CnnCompiler;\n[Network(3, 6, 6)]\n[Use<Stage>(4, -1)]\npublic partial class Net;\n", "using CnnCompiler;\n" + Blocks);
        Diagnostic found = Assert.Single(await compilation.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync());
        Location inner = Assert.Single(found.AdditionalLocations);
        Assert.Equal("Padding = P", inner.SourceTree!.GetText().ToString(inner.SourceSpan));
        Assert.Equal("File1.cs", inner.SourceTree.FilePath);
    }

    [Fact]
    public void Block_ThatNoNetworkUses_IsNotChecked() =>
        Assert.Empty(NetworkSource.Analyze(NetworkSource.Compile("using CnnCompiler;\n[Conv(-1, 0), Use<A>] abstract class A;")));

    [Fact]
    public void BlockWithParameters_OfAReferencedAssembly_ReportsCNN023()
    {
        var library = NetworkSource.Compile("using CnnCompiler;\npublic static class Library { [Conv(N, 1)] public abstract class Block { [Parameter] public const int N = 3; } [Conv(2, 9)] public abstract class Large; }");
        CompilationReference reference = library.ToMetadataReference();
        Reported found = Assert.Single(NetworkSource.Analyze(
            NetworkSource.Compile("using CnnCompiler;\n[Network(3, 6, 6), Use<Library.Block>(4)] public partial class Net;").AddReferences(reference)));
        Assert.Equal(("CNN023", "4"), (found.Id, found.At));
        Assert.Empty(NetworkSource.Analyze(NetworkSource.Compile("using CnnCompiler;\n[Network(3, 6, 6), Use<Library.Block>] public partial class Net;").AddReferences(reference)));

        // What has no source is reported where it is named.
        found = Assert.Single(NetworkSource.Analyze(NetworkSource.Compile("using CnnCompiler;\n[Network(3, 6, 6), Sum<Library.Large>] public partial class Net;").AddReferences(reference)));
        Assert.Equal(("CNN101", "Sum<Library.Large>"), (found.Id, found.At));
    }
}
