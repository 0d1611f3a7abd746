using System.Threading.Tasks;
using Xunit;

namespace CnnCompiler.Generator.Tests.CodeFixes;

/// <summary>Fixes that write an argument of an attribute.</summary>
public sealed class ArgumentFixTests
{
    [Theory]
    [InlineData("1, 6, 6", "[Conv(16, 11)]", "CNN101", "Write Padding = 3", "[Conv(16, 11, Padding = 3)]")]
    [InlineData("1, 6, 6", "[Conv(16, 11)]", "CNN101", "Keep the size: write Padding = 5", "[Conv(16, 11, Padding = 5)]")]
    [InlineData("1, 6, 6", "[Conv(16, 11, Padding = 1 /* few */), Relu]", "CNN101", "Write Padding = 3", "[Conv(16, 11, Padding = 3 /* few */), Relu]")]
    [InlineData("1, 6, 6", "[Relu, Conv(filters: 16, kernel: 11, Stride = 2)]", "CNN101", "Write Padding = 3", "[Relu, Conv(filters: 16, kernel: 11, Stride = 2, Padding = 3)]")]
    [InlineData("1, 8, 8", "[Conv(4, 12, Stride = 2, PaddingHeight = 2)]", "CNN101", "Write PaddingWidth = 2", "[Conv(4, 12, Stride = 2, PaddingHeight = 2, PaddingWidth = 2)]")]
    [InlineData("3, 2, 2", "[MaxPool(3)]", "CNN101", "Write Padding = 1", "[MaxPool(3, Padding = 1)]")]
    [InlineData("3, 9, 9", "[MaxPool(3, Padding = 2)]", "CNN105", "Write Padding = 1", "[MaxPool(3, Padding = 1)]")]
    [InlineData("6, 8, 8", "[Conv(6, 3, Groups = 4)]", "CNN102", "Use 3 groups", "[Conv(6, 3, Groups = 3)]")]
    [InlineData("6, 8, 8", "[Conv(6, 3, Groups = 4)]", "CNN102", "Use 6 groups", "[Conv(6, 3, Groups = 6)]")]
    [InlineData("6, 8, 8", "[Conv(8, 3, Groups = 5)]", "CNN102", "Use 2 groups", "[Conv(8, 3, Groups = 2)]")]
    [InlineData("6, 8, 8", "[GroupNorm(4)]", "CNN102", "Use 3 groups", "[GroupNorm(3)]")]
    [InlineData("6, 8, 8", "[GroupNorm(groups: 4)]", "CNN102", "Use 3 groups", "[GroupNorm(groups: 3)]")]
    [InlineData("6, 8, 8", "[GroupNorm(1000)]", "CNN102", "Use 6 groups", "[GroupNorm(6)]")]
    [InlineData("6, 8, 8", "[ConvTranspose(3, 3, Groups = 2)]", "CNN102", "Use 1 groups", "[ConvTranspose(3, 3, Groups = 1)]")]
    [InlineData("8", "[Maxout(3)]", "CNN132", "Use 2 pieces", "[Maxout(2)]")]
    [InlineData("4, 8, 8", "[Conv(8, 3), BatchNorm]", "CNN205", "Write Bias = false", "[Conv(8, 3, Bias = false), BatchNorm]")]
    [InlineData("4, 8, 8", "[Conv(8, 3, Bias = true)]\n[BatchNorm]", "CNN205", "Write Bias = false", "[Conv(8, 3, Bias = false)]\n[BatchNorm]")]
    [InlineData("4, 8, 8", "[Conv(8,\n    3) /* first */, BatchNorm]", "CNN205", "Write Bias = false", "[Conv(8,\n    3, Bias = false) /* first */, BatchNorm]")]
    [InlineData("4, 8, 8", "[DepthwiseConv(3), BatchNorm]", "CNN205", "Write Bias = false", "[DepthwiseConv(3, Bias = false), BatchNorm]")]
    [InlineData("1, 9, 9", "[Conv(4, 3, Stride = 5)]", "CNN203", "Write Stride = 3", "[Conv(4, 3, Stride = 3)]")]
    [InlineData("1, 9, 9", "[Conv(4, 3, StrideWidth = 5)]", "CNN203", "Write StrideWidth = 3", "[Conv(4, 3, StrideWidth = 3)]")]
    [InlineData("1, 9, 9", "[Conv(4, 4, Stride = 3)]", "CNN208", "Write Padding = 2", "[Conv(4, 4, Stride = 3, Padding = 2)]")]
    [InlineData("1, 9, 9", "[Conv(4, 4, Stride = 3)]", "CNN208", "Write Stride = 1", "[Conv(4, 4, Stride = 1)]")]
    [InlineData("1, 8, 8", "[MaxPool(3)]", "CNN208", "Write CeilMode = true", "[MaxPool(3, CeilMode = true)]")]
    [InlineData("1, 8, 8", "[MaxPool(3)]", "CNN208", "Write Stride = 1", "[MaxPool(3, Stride = 1)]")]
    [InlineData("4, 8, 8", "[Save(\"features\"), Relu, Add(\"featres\")]", "CNN020", "Write \"features\"", "[Save(\"features\"), Relu, Add(\"features\")]")]
    [InlineData("4, 8, 8", "[Save(\"a\\\"b\"), Relu, Add(name: \"a'b\")]", "CNN020", "Write \"a\\\"b\"", "[Save(\"a\\\"b\"), Relu, Add(name: \"a\\\"b\")]")]
    public async Task Argument_IsWritten(string input, string before, string id, string title, string after)
    {
        FixedProject result = await FixedProject.Create(Source(input, before)).Apply(id, title);
        Assert.Equal(Source(input, after), result.Text);
    }

    // A name that is not like any other is no misspelling; a size that nothing divides evenly has no padding.
    [Theory]
    [InlineData("4, 8, 8", "[Save(\"features\"), Relu, Add(\"x\")]", "CNN020")]
    [InlineData("4, 8, 8", "[Relu, Add(\"x\")]", "CNN020")]
    [InlineData("3, 2, 9", "[MaxPool(3, Dilation = 4)]", "CNN101")]
    public async Task NothingRight_IsNotOffered(string input, string layers, string id) =>
        Assert.Empty(await FixedProject.Create(Source(input, layers)).Offers(id));

    // Numbers that are being typed can be anything; looking for better ones has to end.
    [Theory(Timeout = 60_000)]
    [InlineData("1, 8", "[Conv(4, 3, Stride = 134217689)]", "CNN208")]
    [InlineData("2147483647", "[GroupNorm(3)]", "CNN102")]
    [InlineData("6, 8, 8", "[Conv(6, 3, Groups = 2147483647)]", "CNN102")]
    [InlineData("2147483647", "[Maxout(2000000011)]", "CNN132")]
    public async Task HugeNumbers_AreNotTriedOneByOne(string input, string layers, string id) =>
        Assert.NotNull(await FixedProject.Create(Source(input, layers)).Offers(id));

    [Fact]
    public async Task Fix_InsideAUsedBlock_ChangesTheBlockWhereItIsRightForEveryUse()
    {
        const string Net = "using CnnCompiler;\n[Network(3, 8, 8)]\n[Use<Block>(4), Use<Block>(5), Dense(2)]\npublic partial class Net;\n";
        const string Block = "using CnnCompiler;\n[Conv(N, 3), BatchNorm]\nabstract class Block\n{\n    [Parameter] const int N = 1;\n}\n";
        FixedProject project = FixedProject.Create(Net, Block);
        Assert.Equal([Net, Block.Replace("3)", "3, Bias = false)")], (await project.ApplyToAll("CNN205", "NoBias", Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Project)).Texts);

        // The padding of one use could be wrong for another one.
        Assert.Empty(await FixedProject.Create(Net.Replace("8, 8", "2, 2").Replace(", Use<Block>(5)", ""), Block.Replace("3)", "4)")).Offers("CNN101"));
        Assert.Equal(
            ["Write Padding = 2"],
            await FixedProject.Create(Net.Replace("8, 8", "2, 2").Replace(", Use<Block>(5)", ""), Block.Replace("3)", "5, Bias = false)")).Offers("CNN101"));
    }

    [Fact]
    public async Task FixAll_WritesEveryArgument()
    {
        const string Source = "using CnnCompiler;\n[Network(3, 8, 8)]\n[Conv(4, 3), BatchNorm, Conv(5, 3, Bias = true), BatchNorm]\n[Dense(3), BatchNorm]\npublic partial class A;\n"
            + "[Network(3), Dense(2), BatchNorm]\npublic partial class B;\n";
        FixedProject result = await FixedProject.Create(Source).ApplyToAll("CNN205", "NoBias");
        Assert.Equal(
            Source.Replace("4, 3", "4, 3, Bias = false").Replace("true", "false").Replace("Dense(3", "Dense(3, Bias = false").Replace("Dense(2", "Dense(2, Bias = false"), result.Text);
        Assert.Empty(await result.Diagnose());
    }

    private static string Source(string input, string layers) =>
        "using CnnCompiler;\n\n// A network.\n[Network(" + input + ")]\n" + layers + "\n[Dense(10)] // Classes.\npublic partial class Net;\n";
}
