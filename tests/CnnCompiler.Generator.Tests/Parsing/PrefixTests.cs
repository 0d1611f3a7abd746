using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CnnCompiler.Generator.Layers;
using Xunit;

namespace CnnCompiler.Generator.Tests.Parsing;

/// <summary>An attribute passes through every prefix of itself while it is typed: nothing may crash or hang, and what is not C# yet is the compiler's to report.</summary>
public sealed class PrefixTests
{
    // Attributes with the options that are worth typing; every other layer is typed as the example of its page writes it.
    private static readonly string[] _attributes =
    [
        "Network(1, 28, 28, Unroll = Unroll.Full)",
        "Network(1, 28, 28, Weights = WeightFormat.BFloat16)",
        "Conv(6, 5, Stride = 2, Padding = 2, Dilation = 1, Groups = 1, Bias = false, Name = \"stem\", Init = Init.He, InitScale = 0.5, BiasInit = 0, Frozen = true)",
        "Conv(kernelWidth: 3, filters: 2 * 4, kernelHeight: 5, StrideHeight = 1, StrideWidth = 2, PaddingHeight = 1, PaddingWidth = 2)",
        "Conv(6, 5, Same = true)",
        "Conv(2, 5, Causal = false, WeightNorm = true, Connections = \"0; 0\")",
        "DepthwiseConv(3, Multiplier = 2, Stride = 2, Same = false, WeightNorm = true)",
        "SeparableConv(4, 3, Padding = 1, Dilation = 2, Bias = false)",
        "ConvTranspose(4, 3, Stride = 2, Padding = 1, OutputPadding = 1, Dilation = 1, Groups = 1, Bias = false)",
        "Dense(10, Bias = true, WeightNorm = true)",
        "MaxPool(2, Stride = 2, Padding = 1, CeilMode = true, Dilation = 1)",
        "AvgPool(2, Stride = 2, Padding = 1, CeilMode = true, CountIncludePad = false)",
        "GlobalAvgPool", "GlobalMaxPool()", "Flatten", "Relu", "LeakyRelu(0.2f)", "Sigmoid", "Tanh(Amplitude = 1.7159, Slope = 2.0 / 3)",
        "Softmax", "LogSoftmax", "Dropout(0.5)", "BatchNorm(Epsilon = 1e-3, Momentum = 0.01, Affine = false)",
        "PRelu(PerChannel = false)", "Elu(1.5)", "Selu", "Gelu", "Silu", "Softplus", "Square", "Threshold", "ChannelScale(Bias = false, Init = Init.Normal)",
        "GlobalSumPool", "Maxout(2)", "AlphaDropout(0.1)", "SpatialDropout(0.2)", "Reshape(2, 14, 28)", "ZeroPad(1)", "Upsample(2, Mode = UpsampleMode.Bilinear)",
        "Use<Net>(3, Repeat = 2)", "Residual<Net, User>(Always = true, PadChannels = false)", "Concat<Net, System.Object>", "Sum<object, object, object>", "Multiply<object, object>",
        "Save(\"a\"), Add(\"a\")", "Save(\"a\"), ConcatWith(name: \"a\")", "Skip<object>(\"s\"), TakeSkip(\"s\")", "Auxiliary<object>(0.3f, Name = \"x\")", "Highway<object, object>",
        "LayerNorm(Epsilon = 1e-3, Affine = false)", "InstanceNorm(Affine = true)", "GroupNorm(1, Epsilon = 1e-3, Affine = false)", "PositionalNorm(Affine = false)",
        "LocalResponseNorm(5, Alpha = 5e-4, Beta = 0.5f, K = 2)", "ContrastNorm(9, Epsilon = 0.01)", "RadialBasis(10)",
        "LocallyConnected(6, 5, Stride = 2, Padding = 2, Bias = false)", "TiledConv(6, 5, 2, Stride = 2, Padding = 2, Bias = false)",
        "CrossEntropyLoss(LabelSmoothing = 0.1)", "NegativeLogLikelihoodLoss", "MeanSquaredErrorLoss", "BinaryCrossEntropyLoss",
    ];

    public static TheoryData<string> Attributes => [.. _attributes, .. LayerCatalog.All.Where(kind => !_attributes.Any(attribute => attribute.Split('(')[0] == kind.Name)).Select(Example)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void EveryPrefix_NeitherCrashesNorHangs(string attribute)
    {
        string network = attribute.StartsWith("Network", StringComparison.Ordinal) ? "" : "[Network(1, 28, 28)]\n";
        for (int length = 0; length <= attribute.Length; length++)
        {
            foreach (string end in new[] { "", ")]" })
            {
                // Before the layer, so that what follows is swallowed by an open parenthesis or string too.
                Assert.All(
                    NetworkSource.Analyze(network + "[" + attribute[..length] + end + "\n[Dense(10)]"),
                    found => Assert.StartsWith("CNN", found.Id));
            }
        }
    }

    [Theory]
    [InlineData("[Conv(6, )]")]
    [InlineData("[Conv(6, unknown)]")]
    [InlineData("[Conv(6, 5, Colour = 3)]")]
    [InlineData("[Conv(6, 5, Stride = \"a\")]")]
    [InlineData("[Conv(6, 5, Stride = 0, Stride = 0)]")]
    [InlineData("[Cnv(6, 5)]")]
    [InlineData("[Dense()]")]
    [InlineData("[Dense(1 / 0)]")]
    [InlineData("[MaxPool(Size = 2)]")]
    public void InvalidCSharp_IsLeftToTheCompiler(string layer)
    {
        var compilation = NetworkSource.Compile(NetworkSource.Class("[Network(1, 28, 28)]\n" + layer) + "class User { Net N = new(); }");
        Assert.Empty(NetworkSource.Analyze(compilation));
        Assert.All(NetworkSource.CompilerErrors(compilation), error => Assert.NotEqual("CS1729", error.Id));
        Assert.Single(NetworkSource.Generate(compilation).Run.GeneratedTrees);
    }

    private static string Example(LayerKind kind)
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Pages", kind.Name + ".md"));
        return Regex.Match(page.Split("```csharp")[1], @"(?<=[\[ ])" + kind.Name + @"(\([^)]*\))?(?=[,\]])").Value;
    }
}
