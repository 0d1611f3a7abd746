using System.Threading.Tasks;
using Xunit;

namespace CnnCompiler.Generator.Tests.CodeFixes;

/// <summary>Fixes that remove a layer.</summary>
public sealed class RemovalFixTests
{
    [Theory]
    [InlineData("[Relu, Relu, Dense(2)]", "[Relu, Dense(2)]")]
    [InlineData("[Relu, Relu]\n[Dense(2)]", "[Relu]\n[Dense(2)]")]
    [InlineData("[Relu]\n[Relu, Dense(2)]", "[Relu]\n[Dense(2)]")]
    [InlineData("[Relu]\n[Relu]\n[Dense(2)]", "[Relu]\n[Dense(2)]")]
    [InlineData("[Relu] [Relu] [Dense(2)]", "[Relu] [Dense(2)]")]
    [InlineData("[Relu]\n[Relu] // Twice.\n[Dense(2)]", "[Relu]\n// Twice.\n[Dense(2)]")]
    [InlineData("[Relu]\n    // Above.\n    [Relu]\n[Dense(2)]", "[Relu]\n    // Above.\n[Dense(2)]")]
    [InlineData("[Relu, // First.\n Relu]\n[Dense(2)]", "[Relu // First.\n]\n[Dense(2)]")]
    [InlineData("[Relu, /* again */ Relu, Dense(2)]", "[Relu /* again */, Dense(2)]")]
    [InlineData("[\n    Sigmoid,\n    LeakyRelu(0.2),\n    Dense(2),\n]", "[\n    Sigmoid,\n    Dense(2),\n]")]
    public async Task Activation_ThatChangesNothing_IsRemoved(string before, string after)
    {
        FixedProject result = await FixedProject.Create(Source(before)).Apply("CNN204", "Remove the activation");
        Assert.Equal(Source(after), result.Text);
    }

    [Theory]
    [InlineData("[Dense(2), LogSoftmax]", "CNN206", "Remove the softmax", "[Dense(2)]")]
    [InlineData("[Dense(2)]\n[LogSoftmax]", "CNN206", "Remove the softmax", "[Dense(2)]")]
    [InlineData("[Softmax, Dense(2)]", "CNN207", "Remove the softmax", "[Dense(2)]")]
    [InlineData("[Dense(2), Softmax, Dropout]", "CNN207", "Remove the softmax", "[Dense(2), Dropout]")]
    [InlineData("[Dense(2), Softmax, CrossEntropyLoss]", "CNN209", "Remove the softmax: Predict gives logits", "[Dense(2), CrossEntropyLoss]")]
    public async Task Softmax_ThatTheLossApplies_IsRemoved(string before, string id, string title, string after)
    {
        FixedProject result = await FixedProject.Create(Source(before)).Apply(id, title);
        Assert.Equal(Source(after), result.Text);
    }

    [Theory]
    [InlineData("[Relu, Relu, Relu, Dense(2)]", "[Relu, Dense(2)]")]
    [InlineData("[Relu, Relu]\n[Relu, Relu, Dense(3), Relu, Relu]\n[Relu]\n[Dense(2)]", "[Relu]\n[Dense(3), Relu]\n[Dense(2)]")]
    public async Task FixAll_RemovesEveryOne(string before, string after)
    {
        FixedProject result = await FixedProject.Create(Source(before)).ApplyToAll("CNN204", "RemoveActivation");
        Assert.Equal(Source(after), result.Text);
        Assert.Empty(await result.Diagnose());
    }

    // The second Relu is pointless in this network only.
    [Fact]
    public async Task ActivationOfABlock_BehindThatOfAnotherPath_IsLeft()
    {
        const string Source = "using CnnCompiler;\n[Network(4)]\n[Relu, Use<Block>, Dense(2)] public partial class Net;\n[Relu, Dense(3)] class Block;\n";
        Assert.Empty(await FixedProject.Create(Source).Offers("CNN204"));
    }

    private static string Source(string layers) => "using CnnCompiler;\n\n[Network(4)]\n" + layers + "\npublic partial class Net;\n";
}
