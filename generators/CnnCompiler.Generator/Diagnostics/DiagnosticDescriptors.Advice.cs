using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

// Limits, warnings and hints.
internal static partial class DiagnosticDescriptors
{
    /// <summary>A convolution is too large for <c>Unroll.Full</c>.</summary>
    public static readonly DiagnosticDescriptor NotFullyUnrolled = new(
        "CNN201", "Convolution keeps its loops",
        "{0} keeps its loops under Unroll.Full: {1} products go into an output for each block of input channels, and at most {2} are unrolled. Use a smaller window, fewer input channels, or Unroll.Auto.",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "cnn201");

    /// <summary>A tensor has more values than an index can count.</summary>
    public static readonly DiagnosticDescriptor TooLarge = new(
        "CNN202", "Tensor is too large",
        "{0} makes {1}, but at most 2147483647 are possible. {2}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn202");

    /// <summary>Windows leave gaps.</summary>
    public static readonly DiagnosticDescriptor StrideSkipsInput = new(
        "CNN203", "Stride is larger than the window",
        "{0} never reads part of its input: stride {1} is larger than the window's extent {2} along the {3}. Use a stride of at most {2}.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "cnn203");

    /// <summary>An activation that changes nothing.</summary>
    public static readonly DiagnosticDescriptor PointlessActivation = new(
        "CNN204", "Activation changes nothing",
        "{0} changes nothing, because layer {1} {2} gives no negative value. Remove one of the two.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "cnn204");

    /// <summary>A bias that the following normalisation subtracts again.</summary>
    public static readonly DiagnosticDescriptor BiasBeforeBatchNorm = new(
        "CNN205", "Bias before a BatchNorm",
        "The bias of {0} has no effect, because layer {1} {2} subtracts the mean. Write Bias = false.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "cnn205");

    /// <summary>Cross-entropy takes the logarithm of a softmax itself.</summary>
    public static readonly DiagnosticDescriptor LogSoftmaxBeforeCrossEntropy = new(
        "CNN206", "LogSoftmax before CrossEntropyLoss",
        "CrossEntropyLoss takes logits and applies the logarithm of a softmax itself, so {0} is one too many. Remove it, or use [NegativeLogLikelihoodLoss].",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "cnn206");

    /// <summary>A softmax that is not last is not fused with its loss.</summary>
    public static readonly DiagnosticDescriptor SoftmaxBeforeCrossEntropy = new(
        "CNN207", "Softmax before CrossEntropyLoss is not the last layer",
        "CrossEntropyLoss takes logits, but {0} stands before it and is not the last layer, so a softmax is applied twice. Remove it, or make it the last layer.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "cnn207");

    /// <summary>Rows or columns remain that no window covers.</summary>
    public static readonly DiagnosticDescriptor WindowDoesNotFit = new(
        "CNN208", "Window does not fit its input exactly",
        "{0} does not fit {1} exactly: {2} / {3} leaves a remainder of {4}, so the end of the {5} (padding included) is not read",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "cnn208");

    /// <summary>The last softmax is part of the loss while training.</summary>
    public static readonly DiagnosticDescriptor FusedSoftmax = new(
        "CNN209", "Final Softmax is fused with its loss",
        "{0} is applied when predicting; the loss takes its input, so that softmax is applied once",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "cnn209");

    /// <summary>A saved tensor or a sum that nothing reads.</summary>
    public static readonly DiagnosticDescriptor DeadTensor = new(
        "CNN220", "Saved tensor is never read",
        "{0}: \"{1}\" is never read by {2}. Remove it, or read it.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "cnn220");
}
