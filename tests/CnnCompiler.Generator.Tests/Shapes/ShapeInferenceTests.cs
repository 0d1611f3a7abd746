using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Shapes;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CnnCompiler.Generator.Tests.Shapes;

public sealed class ShapeInferenceTests
{
    [Theory]
    [InlineData("3, 32, 32", "Conv(16, 3)", "16x30x30")]
    [InlineData("3, 32, 32", "Conv(16, 3, Stride = 2, Padding = 1)", "16x16x16")]
    [InlineData("3, 32, 32", "Conv(16, 3, Same = true)", "16x32x32")]
    [InlineData("3, 32, 32", "Conv(16, 4, Same = true, Dilation = 3)", "16x32x32")]
    [InlineData("3, 2, 2", "Conv(16, 9, Same = true)", "16x2x2")]
    [InlineData("3, 32, 31", "Conv(16, 5, 3, StrideWidth = 2, PaddingHeight = 1)", "16x30x15")]
    [InlineData("4, 20", "Conv(8, 3, Dilation = 4, StrideWidth = 2, PaddingWidth = 1)", "8x7")]
    [InlineData("3, 224, 224", "Conv(64, 11, Stride = 4, Padding = 2)", "64x55x55")]
    [InlineData("3, 17", "Conv(16, 3, Causal = true, Dilation = 4)", "16x17")]
    [InlineData("3, 17", "Conv(16, 3, Causal = true, Stride = 2)", "16x9")]
    [InlineData("3, 2", "Conv(16, 9, Causal = true)", "16x2")]
    [InlineData("3, 9, 8", "DepthwiseConv(3, Multiplier = 2, Stride = 2, Padding = 1)", "6x5x4")]
    [InlineData("3, 9, 8", "SeparableConv(16, 3)", "16x7x6")]
    [InlineData("3, 9", "SeparableConv(16, 3, Stride = 2)", "16x4")]
    [InlineData("3, 5, 4", "ConvTranspose(4, 3, Dilation = 2, Padding = 1)", "4x7x6")]
    [InlineData("3, 5, 6", "ConvTranspose(5, 3, Stride = 2, Padding = 1, OutputPadding = 1)", "5x10x12")]
    [InlineData("3, 9", "ConvTranspose(4, 3, Stride = 2)", "4x19")]
    [InlineData("3, 55, 55", "MaxPool(3, Stride = 2)", "3x27x27")]
    [InlineData("3, 6, 6", "MaxPool(3, Stride = 2, CeilMode = true)", "3x3x3")]
    [InlineData("3, 5, 5", "MaxPool(2, Stride = 2, Padding = 1, CeilMode = true)", "3x3x3")]
    [InlineData("3, 4, 4", "MaxPool(2, Stride = 3, Padding = 1, CeilMode = true)", "3x2x2")]
    [InlineData("3, 2, 2", "MaxPool(3, Stride = 2, CeilMode = true)", "3x1x1")]
    [InlineData("3, 7", "MaxPool(2, Dilation = 3)", "3x2")]
    [InlineData("3, 7, 7", "AvgPool(3, Stride = 1, Padding = 1)", "3x7x7")]
    [InlineData("3, 7, 8", "GlobalAvgPool", "3")]
    [InlineData("3, 7", "GlobalMaxPool", "3")]
    [InlineData("3, 7, 8", "Flatten", "168")]
    [InlineData("3, 7, 8", "Dense(5)", "5")]
    [InlineData("3, 7", "BatchNorm", "3x7")]
    [InlineData("3, 7, 8", "Softmax", "3x7x8")]
    [InlineData("9", "Dropout", "9")]
    [InlineData("3, 7, 8", "PRelu", "3x7x8")]
    [InlineData("3, 7", "Elu(0.5)", "3x7")]
    [InlineData("3, 7", "Selu", "3x7")]
    [InlineData("3, 7", "Gelu", "3x7")]
    [InlineData("3, 7", "Silu", "3x7")]
    [InlineData("3, 7", "Softplus", "3x7")]
    [InlineData("9", "Square", "9")]
    [InlineData("9", "Threshold", "9")]
    [InlineData("3, 7, 8", "ChannelScale", "3x7x8")]
    [InlineData("3, 7, 8", "GlobalSumPool", "3")]
    [InlineData("12, 7, 8", "Maxout(4)", "3x7x8")]
    [InlineData("12", "Maxout(12)", "1")]
    [InlineData("9", "AlphaDropout", "9")]
    [InlineData("3, 7", "SpatialDropout", "3x7")]
    [InlineData("3, 7, 8", "Reshape(168)", "168")]
    [InlineData("3, 7, 8", "Reshape(21, 8)", "21x8")]
    [InlineData("24", "Reshape(2, 3, 4)", "2x3x4")]
    [InlineData("3, 7, 8", "ZeroPad(2)", "3x11x12")]
    [InlineData("3, 7", "ZeroPad(2)", "3x11")]
    [InlineData("3, 7, 8", "Upsample(3)", "3x21x24")]
    [InlineData("3, 7", "Upsample(2, Mode = UpsampleMode.Bilinear)", "3x14")]
    [InlineData("3, 7, 8", "LayerNorm", "3x7x8")]
    [InlineData("3, 7", "InstanceNorm", "3x7")]
    [InlineData("6, 7, 8", "GroupNorm(3)", "6x7x8")]
    [InlineData("9", "PositionalNorm", "9")]
    [InlineData("3, 7, 8", "LocalResponseNorm(5)", "3x7x8")]
    [InlineData("3, 7, 8", "ContrastNorm(9)", "3x7x8")]
    [InlineData("3, 7, 8", "RadialBasis(5)", "5")]
    [InlineData("3, 7, 9", "LocallyConnected(4, 3, Stride = 2, Padding = 1)", "4x4x5")]
    [InlineData("3, 9", "LocallyConnected(4, 3)", "4x7")]
    [InlineData("3, 7, 9", "TiledConv(4, 3, 2)", "4x5x7")]
    public void Layer_GivesTheShapeOfPyTorch(string input, string layer, string output) =>
        Assert.Equal(output, Infer("[Network(" + input + "), " + layer + "]").Output.ToString());

    [Fact]
    public void LeNet5_HasItsShapesNamesParametersAndMacs()
    {
        TypedNetwork network = Infer(
            "[Network(1, 28, 28)]\n[Conv(6, 5, Padding = 2), Relu, MaxPool(2)]\n[Conv(16, 5), Relu, MaxPool(2)]\n[Dense(120), Relu, Dense(84), Relu, Dense(10)]");
        Assert.Equal(["6x28x28", "6x28x28", "6x14x14", "16x10x10", "16x10x10", "16x5x5", "120", "120", "84", "84", "10"], network.Shapes);
        Assert.Equal(
            ["conv1.weight 6x1x5x5", "conv1.bias 6", "conv2.weight 16x6x5x5", "conv2.bias 16", "dense1.weight 120x400", "dense1.bias 120", "dense2.weight 84x120", "dense2.bias 84", "dense3.weight 10x84", "dense3.bias 10"],
            network.Tensors);
        Assert.Equal((61706, 416520), (network.Parameters, network.Macs));
    }

    [Fact]
    public void Names_CountByKindAndKeepTheirIndexBesideAName()
    {
        TypedNetwork network = Infer("[Network(2, 8)]\n[Conv(4, 3, Name = \"features.0\"), BatchNorm(Affine = false), Conv(4, 3, Groups = 2, Bias = false), BatchNorm]");
        Assert.Equal(
            ["features.0.weight 4x2x3", "features.0.bias 4", "batchnorm1.running_mean 4", "batchnorm1.running_var 4", "conv2.weight 4x2x3", "batchnorm2.weight 4", "batchnorm2.bias 4", "batchnorm2.running_mean 4", "batchnorm2.running_var 4"],
            network.Tensors);
    }

    // Names and totals of PyTorch; what a table of connections leaves out is not counted (LeNet-5's C3: 60 kernels, 1516 parameters).
    [Theory]
    [InlineData("3, 9, 8", "DepthwiseConv(3, Multiplier = 2)", "depthwiseconv1.weight 6x1x3x3; depthwiseconv1.bias 6", 60, 2268)]
    [InlineData("4, 20", "SeparableConv(8, 3)", "separableconv1.depthwise.weight 4x1x3; separableconv1.depthwise.bias 4; separableconv1.pointwise.weight 8x4x1; separableconv1.pointwise.bias 8", 56, 792)]
    [InlineData("4, 20", "SeparableConv(8, 3, Name = \"stem\", Bias = false)", "stem.depthwise.weight 4x1x3; stem.pointwise.weight 8x4x1", 44, 792)]
    [InlineData("4, 5, 5", "ConvTranspose(6, 3, Groups = 2)", "convtranspose1.weight 4x3x3x3; convtranspose1.bias 6", 114, 2700)]
    [InlineData("4, 5, 5", "Conv(6, 3, WeightNorm = true)", "conv1.weight_v 6x4x3x3; conv1.weight_g 6x1x1x1; conv1.bias 6", 228, 1944)]
    [InlineData("4, 5", "Dense(6, WeightNorm = true, Bias = false)", "dense1.weight_v 6x20; dense1.weight_g 6x1", 126, 120)]
    [InlineData("6, 14, 14", "Conv(16, 5, Connections = \"0 1 2; 1 2 3; 2 3 4; 3 4 5; 0 4 5; 0 1 5; 0 1 2 3; 1 2 3 4; 2 3 4 5; 0 3 4 5; 0 1 4 5; 0 1 2 5; 0 1 3 4; 1 2 4 5; 0 2 3 5; 0 1 2 3 4 5\")", "conv1.weight 16x6x5x5; conv1.bias 16", 1516, 150000)]
    public void ConvolutionFamily_HasNamesAndTotals(string input, string layer, string tensors, long parameters, long macs)
    {
        TypedNetwork network = Infer("[Network(" + input + ")]\n[" + layer + "]");
        Assert.Equal(tensors.Split("; "), network.Tensors);
        Assert.Equal((parameters, macs), (network.Parameters, network.Macs));
    }

    // PyTorch's bounds: a transposed convolution counts the second dimension of its weight as inputs.
    [Theory]
    [InlineData("ConvTranspose(9, 2)", 1.0 / 6)]
    [InlineData("DepthwiseConv(2)", 1.0 / 2)]
    internal void ConvolutionFamily_StartsAsPyTorchDoes(string layer, double bound)
    {
        IReadOnlyList<ParameterSpec> parameters = Infer("[Network(4, 8, 8), " + layer + "]").Specs;
        Assert.All(parameters, parameter => Assert.Equal(new InitializerSpec(InitializerKind.Uniform, bound), parameter.Initializer));
    }

    [Theory]
    [InlineData("3, 7, 9", "LocallyConnected(4, 3, Stride = 2)", "locallyconnected1.weight 3x4x4x3x3x3", "locallyconnected1.bias 4x3x4")]
    [InlineData("3, 9", "LocallyConnected(4, 3)", "locallyconnected1.weight 7x4x3x3", "locallyconnected1.bias 4x7")]
    [InlineData("3, 7, 9", "TiledConv(4, 3, 2)", "tiledconv1.weight 2x2x4x3x3x3", "tiledconv1.bias 4x2x2")]
    [InlineData("3, 9", "TiledConv(4, 3, 2)", "tiledconv1.weight 2x4x3x3", "tiledconv1.bias 4x2")]
    [InlineData("3, 7, 9", "LayerNorm", "layernorm1.weight 3x7x9", "layernorm1.bias 3x7x9")]
    [InlineData("6, 7, 9", "GroupNorm(3)", "groupnorm1.weight 6", "groupnorm1.bias 6")]
    [InlineData("3, 9", "InstanceNorm")]
    [InlineData("3, 9", "RadialBasis(4)", "radialbasis1.weight 4x27")]
    public void Layer_HasTheTensorsOfItsLayout(string input, string layer, params string[] tensors) =>
        Assert.Equal(tensors, Infer("[Network(" + input + "), " + layer + "]").Tensors);

    [Theory]
    [InlineData("Conv(8, 3)", InitializerKind.Uniform, 0.16666666666666666, InitializerKind.Uniform, 0.16666666666666666)]
    [InlineData("Conv(8, 3, Init = Init.He)", InitializerKind.Normal, 0.23570226039551584, InitializerKind.Constant, 0)]
    [InlineData("Conv(8, 3, Init = Init.Glorot, BiasInit = 0.5)", InitializerKind.Uniform, 0.23570226039551584, InitializerKind.Constant, 0.5)]
    [InlineData("Conv(8, 3, Init = Init.LeCun)", InitializerKind.Normal, 0.16666666666666666, InitializerKind.Constant, 0)]
    [InlineData("Conv(8, 3, Init = Init.Normal, InitScale = 0.02)", InitializerKind.Normal, 0.02, InitializerKind.Constant, 0)]
    [InlineData("Conv(8, 3, Init = Init.Constant, InitScale = -3)", InitializerKind.Constant, -3, InitializerKind.Constant, 0)]
    [InlineData("Conv(8, 3, Init = Init.Orthogonal)", InitializerKind.Orthogonal, 1, InitializerKind.Constant, 0)]
    [InlineData("Conv(8, 3, Init = Init.Identity)", InitializerKind.Identity, 1, InitializerKind.Constant, 0)]
    [InlineData("BatchNorm", InitializerKind.Constant, 1, InitializerKind.Constant, 0)]
    [InlineData("ChannelScale", InitializerKind.Constant, 1, InitializerKind.Constant, 0)]
    [InlineData("ChannelScale(Init = Init.Normal, InitScale = 0.5, BiasInit = 3)", InitializerKind.Normal, 0.5, InitializerKind.Constant, 3)]
    [InlineData("BatchNorm(Init = Init.Constant, BiasInit = 2)", InitializerKind.Constant, 0, InitializerKind.Constant, 2)]
    internal void FirstValues_HaveBoundsOfTheSchemes(string layer, InitializerKind weight, double weightScale, InitializerKind bias, double biasScale)
    {
        IReadOnlyList<ParameterSpec> parameters = Infer("[Network(4, 8, 8), " + layer + "]").Specs;
        Assert.Equal(weight, parameters[0].Initializer.Kind);
        Assert.Equal(weightScale, parameters[0].Initializer.Scale, 1e-15);
        Assert.Equal(new InitializerSpec(bias, biasScale), parameters[1].Initializer);
    }

    [Theory]
    [InlineData("Conv(8, 3, Groups = 2, Init = Init.Identity)", 2)]
    [InlineData("DepthwiseConv(3, Init = Init.Identity)", 4)]
    [InlineData("ConvTranspose(8, 3, Groups = 4, Init = Init.Identity)", 4)]
    internal void Identity_IsOneInEachGroup(string layer, int groups) =>
        Assert.Equal(new InitializerSpec(InitializerKind.Identity, 1, groups), Infer("[Network(4, 8, 8), " + layer + "]").Specs[0].Initializer);

    [Theory]
    [InlineData("PRelu", "prelu1.weight 4", InitializerKind.Constant, 0.25)]
    [InlineData("PRelu(PerChannel = false, InitScale = 0.1)", "prelu1.weight 1", InitializerKind.Constant, 0.1)]
    [InlineData("PRelu(Init = Init.Uniform, InitScale = 0.2)", "prelu1.weight 4", InitializerKind.Uniform, 0.2)]
    internal void PRelu_StartsAtAQuarter(string layer, string tensor, InitializerKind kind, double scale)
    {
        TypedNetwork network = Infer("[Network(4, 8, 8), " + layer + "]");
        Assert.Equal([tensor], network.Tensors);
        Assert.Equal(new InitializerSpec(kind, scale), network.Specs[0].Initializer);
    }

    private static TypedNetwork Infer(string attributes)
    {
        INamedTypeSymbol symbol = NetworkSource.Compile(NetworkSource.Class(attributes)).GetTypeByMetadataName("Net")!;
        var diagnostics = new List<DiagnosticInfo>();
        ParsedNetwork parsed = NetworkParser.Parse(symbol, allowUnsafe: true, CancellationToken.None)!;
        CheckedNetwork network = CheckedNetwork.Check(parsed, diagnostics, CancellationToken.None);
        Assert.Null(network.Error);
        return new TypedNetwork(network);
    }

    private sealed class TypedNetwork(CheckedNetwork network)
    {
        public Shape Output => network.Graph!.Output;

        public IEnumerable<string> Shapes => network.Graph!.Shapes.Select(shape => shape.ToString());

        public IReadOnlyList<ParameterSpec> Specs => [.. All.Select(entry => entry.Spec)];

        public IEnumerable<string> Tensors => All.Select(entry => entry.Node + "." + entry.Spec.Name + " " + string.Join("x", entry.Spec.Shape));

        public long Parameters => Specs.Where(spec => !spec.IsBuffer).Sum(spec => spec.Count - spec.Unconnected);

        public long Macs => network.Graph!.Graph.Nodes.Select((node, i) => node.Layer.Macs(network.Graph.InputOf(i), network.Graph.Shapes[i])).Sum();

        private IEnumerable<(string Node, ParameterSpec Spec)> All => network.Graph!.Graph.Nodes
            .SelectMany((node, i) => node.Layer.Parameters(network.Graph.InputOf(i), network.Graph.Shapes[i]).Select(spec => (node.Name, spec)));
    }
}
