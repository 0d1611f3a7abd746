using Microsoft.CodeAnalysis;
using Xunit;

namespace CnnCompiler.Generator.Tests.Diagnostics;

public sealed class WarningTests
{
    private const DiagnosticSeverity Warning = DiagnosticSeverity.Warning;
    private const DiagnosticSeverity Info = DiagnosticSeverity.Info;

    [Theory]
    [InlineData("[Conv(4, 3, Stride = 5)]", "CNN203", Warning, "Stride = 5", "Conv(4, 3, Stride = 5) never reads part of its input: stride 5 is larger than the window's extent 3 along the height. Use a stride of at most 3.")]
    [InlineData("[Conv(4, 3, StrideWidth = 5)]", "CNN203", Warning, "StrideWidth = 5", "Conv(4, 3, StrideWidth = 5) never reads part of its input: stride 5 is larger than the window's extent 3 along the width. Use a stride of at most 3.")]
    [InlineData("[MaxPool(2, Stride = 14)]", "CNN203", Warning, "Stride = 14", "MaxPool(2, Stride = 14) never reads part of its input: stride 14 is larger than the window's extent 2 along the height. Use a stride of at most 2.")]
    [InlineData("[Relu, Relu]", "CNN204", Warning, "Relu", "Relu changes nothing, because layer 1 Relu gives no negative value. Remove one of the two.")]
    [InlineData("[Sigmoid, LeakyRelu(0.2f)]", "CNN204", Warning, "LeakyRelu(0.2f)", "LeakyRelu(0.2) changes nothing, because layer 1 Sigmoid gives no negative value. Remove one of the two.")]
    [InlineData("[Softplus, PRelu]", "CNN204", Warning, "PRelu", "PRelu changes nothing, because layer 1 Softplus gives no negative value. Remove one of the two.")]
    [InlineData("[Conv(4, 3), BatchNorm]", "CNN205", Warning, "Conv(4, 3)", "The bias of Conv(4, 3) has no effect, because layer 2 BatchNorm subtracts the mean. Write Bias = false.")]
    [InlineData("[Dense(4, Bias = true), BatchNorm]", "CNN205", Warning, "Bias = true", "The bias of Dense(4, Bias = true) has no effect, because layer 2 BatchNorm subtracts the mean. Write Bias = false.")]
    [InlineData("[Dense(4), LogSoftmax]", "CNN206", Warning, "LogSoftmax", "CrossEntropyLoss takes logits and applies the logarithm of a softmax itself, so LogSoftmax is one too many. Remove it, or use [NegativeLogLikelihoodLoss].")]
    [InlineData("[Dense(4), Softmax, Dropout]", "CNN207", Warning, "Softmax", "CrossEntropyLoss takes logits, but Softmax stands before it and is not the last layer, so a softmax is applied twice. Remove it, or make it the last layer.")]
    [InlineData("[Conv(4, 4, Stride = 3)]", "CNN208", Info, "Conv(4, 4, Stride = 3)", "Conv(4, 4, Stride = 3) does not fit 2x15x16 exactly: (15 - 4 + 2*0) / 3 leaves a remainder of 2, so the end of the height (padding included) is not read")]
    [InlineData("[Dense(4), Softmax]", "CNN209", Info, "Softmax", "Softmax is applied when predicting; the loss takes its input, so that softmax is applied once")]
    public void Oddity_IsReportedOnce(string layers, string id, DiagnosticSeverity severity, string at, string message)
    {
        string height = id == "CNN208" ? "15" : "16";
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(2, " + height + ", 16)]\n" + layers), found => found.Id is not "CNN208" || id == "CNN208");
        Assert.Equal((id, severity, at, message), (found.Id, found.Severity, found.At, found.Message));
    }

    [Theory]
    [InlineData("[Conv(4, 1, Stride = 5)]")]
    [InlineData("[Conv(4, 3, Stride = 5, Dilation = 2, Padding = 2)]")]
    [InlineData("[Tanh, Relu]")]
    [InlineData("[Square, Elu]")]
    [InlineData("[Threshold, Relu]")]
    [InlineData("[Relu, Sigmoid]")]
    [InlineData("[LeakyRelu, Relu]")]
    [InlineData("[Softmax, Relu, MeanSquaredErrorLoss]")]
    [InlineData("[Conv(4, 3, Bias = false), BatchNorm, Relu]")]
    [InlineData("[Conv(4, 3), Relu, BatchNorm]")]
    [InlineData("[Dense(4), LogSoftmax, NegativeLogLikelihoodLoss]")]
    [InlineData("[Dense(4), Softmax, MeanSquaredErrorLoss]")]
    [InlineData("[MaxPool(3, Stride = 2, CeilMode = true)]")]
    public void Ordinary_IsNotReported(string layers) => Assert.Empty(NetworkSource.Analyze("[Network(2, 16, 16)]\n" + layers));

    [Fact]
    public void FullUnroll_OfALargeWindow_ReportsCNN201()
    {
        Reported found = Assert.Single(NetworkSource.Analyze("[Network(16, 16, 16, Unroll = Unroll.Full)]\n[Conv(6, 3), Conv(16, 5), Conv(16, 5)]"), r => r.At == "Conv(16, 5)" && r.Id == "CNN201");
        Assert.Equal(Info, found.Severity);
        Assert.StartsWith("Conv(16, 5) keeps its loops under Unroll.Full: 400 products go into an output", found.Message);
    }

    [Fact]
    public void LeNet5_IsClean() => Assert.Empty(NetworkSource.Analyze(
        "[Network(1, 28, 28)]\n[Conv(6, 5, Padding = 2), Relu, MaxPool(2)]\n[Conv(16, 5), Relu, MaxPool(2)]\n[Dense(120), Relu, Dense(84), Relu, Dense(10)]"));

    [Fact]
    public void Warning_CanBeSuppressedAtTheAttribute() => Assert.DoesNotContain(
        NetworkSource.Analyze("[Network(4)]\n#pragma warning disable CNN204\n[Relu, Relu]\n#pragma warning restore CNN204"), found => found.Id == "CNN204");
}
