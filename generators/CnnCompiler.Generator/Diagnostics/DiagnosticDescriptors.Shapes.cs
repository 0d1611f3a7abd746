using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

// Rules about shapes, and the failure of the generator itself.
internal static partial class DiagnosticDescriptors
{
    /// <summary>A window does not fit its input.</summary>
    public static readonly DiagnosticDescriptor WindowLargerThanInput = new(
        "CNN101", "Window is larger than its input",
        "{0} needs an input of at least {1}, but {2} gives {3}: {4}. {5}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn101");

    /// <summary>Groups do not divide the channels or the filters.</summary>
    public static readonly DiagnosticDescriptor GroupsDoNotDivide = new(
        "CNN102", "Groups do not divide the channels",
        "{0}: {1} groups do not divide {2}: {3}. Use {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn102");

    /// <summary>A layer that works on positions has an input of features.</summary>
    public static readonly DiagnosticDescriptor WrongRank = new(
        "CNN103", "Input has the wrong number of dimensions",
        "{0} needs an input of {1}, but {2} gives {3} features. {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn103");

    /// <summary>An option of the height on an input that has none.</summary>
    public static readonly DiagnosticDescriptor ImageOptionOnSignal = new(
        "CNN104", "Option needs an input with height and width",
        "{0}: {1} needs an input of channels x height x width, but {2} gives {3} (channels x length). {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn104");

    /// <summary>A pool's padding is more than half of its window.</summary>
    public static readonly DiagnosticDescriptor PoolPadding = new(
        "CNN105", "Padding of a pool is larger than half of its window",
        "{0}: padding {1} is more than half of the window, {2} / 2 = {3}. Use a padding of at most {3}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn105");

    /// <summary>Tensors of different shapes are added or multiplied.</summary>
    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        "CNN120", "Shapes of branches differ",
        "{0} needs equal shapes, but {1} gives {2} and {3} gives {4}. {5}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn120");

    /// <summary>Tensors with different positions are concatenated.</summary>
    public static readonly DiagnosticDescriptor CannotConcatenate = new(
        "CNN121", "Shapes cannot be concatenated",
        "{0} appends channels, so positions have to be equal, but {1} gives {2} and {3} gives {4}. Use the same strides and paddings that keep the size.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn121");

    /// <summary>A shortcut without parameters cannot get the main path's shape.</summary>
    public static readonly DiagnosticDescriptor CannotPadChannels = new(
        "CNN122", "Shortcut cannot be padded",
        "{0}: a shortcut that subsamples {1} and appends channels cannot give {2}: {3}. Use a projection.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn122");

    /// <summary>A side classifier does not fit the labels.</summary>
    public static readonly DiagnosticDescriptor HeadShape = new(
        "CNN123", "Auxiliary head has another shape than the output",
        "{0} gives {1}, but its loss takes the labels or targets of the network's output, {2}. Let the head end with the same shape.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn123");

    /// <summary>A reshape that would add or drop values.</summary>
    public static readonly DiagnosticDescriptor ReshapeCount = new(
        "CNN131", "Shape holds another number of values",
        "{0} holds {1} values, but {2} gives {3}, which has {4}. Use dimensions whose product is {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn131");

    /// <summary>Groups of a maxout that do not come out even.</summary>
    public static readonly DiagnosticDescriptor PiecesDoNotDivide = new(
        "CNN132", "Pieces do not divide the channels",
        "{0}: groups of {1} do not divide the {2} channels that {3} gives ({4}): {2} / {1} leaves {5}. Use one of {6}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn132");

    /// <summary>A table of connections names a channel that is not there.</summary>
    public static readonly DiagnosticDescriptor ConnectionOutOfRange = new(
        "CNN141", "Connection to a channel that the input does not have",
        "{0}: row {1} of Connections names channel {2}, but {3} gives {4} channels ({5}). Use channels from 0 to {6}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn141");

    /// <summary>Before and after are defined along one axis only.</summary>
    public static readonly DiagnosticDescriptor CausalOnImage = new(
        "CNN142", "Causal needs an input of channels x length",
        "{0}: Causal needs an input of channels x length, but {1} gives {2}. Leave out Causal, and write the padding of each axis.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn142");

    /// <summary>Padding takes more off a transposed convolution than it makes.</summary>
    public static readonly DiagnosticDescriptor NoTransposedOutput = new(
        "CNN143", "Transposed convolution has no output",
        "{0} has no output on {1}, which {2} gives: {3}. {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn143");

    /// <summary>A path whose value is dropped by <c>TakeSkip</c>.</summary>
    public static readonly DiagnosticDescriptor DeadEnd = new(
        "CNN150", "Layer has no part in the output",
        "{0} gives {1}, which nothing reads, because {2} goes on from the sum: neither the output nor a loss depends on it",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "cnn150");

    /// <summary>The generator or the analyzer failed.</summary>
    public static readonly DiagnosticDescriptor InternalError = new(
        "CNN189", "CnnCompiler failed",
        "CnnCompiler failed on class {0}, which is a mistake of CnnCompiler and not of the class: {1}. Please report it with the attributes of the class.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn189");
}
