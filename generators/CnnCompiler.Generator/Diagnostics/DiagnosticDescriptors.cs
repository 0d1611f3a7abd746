using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

/// <summary>
/// Every rule. CNN0xx concern the declaration, CNN1xx shapes, CNN2xx limits, warnings and hints, CNN3xx budgets and shapes while typing. An id is never used again.
/// <c>Diagnostics/README.md</c> has a section and <c>AnalyzerReleases.*.md</c> a line for each.
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "CnnCompiler";
    private const string Help = "generators/CnnCompiler.Generator/Diagnostics/README.md#";
    private const string OverBudget = "Budget({0} = {1}): {2} has {3} {4}, {5} more than the budget. Largest: {6}. {7}, or raise the budget.";

    /// <summary>The class is not partial, so nothing can be added to it.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "CNN001", "Network class is not partial",
        "Class {0} has to be partial, because its code is generated into another part. Write: partial class {0}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn001");

    /// <summary>Layers stand on several declarations, whose order the language does not define.</summary>
    public static readonly DiagnosticDescriptor LayersOnSeveralDeclarations = new(
        "CNN002", "Layers on several partial declarations",
        "{0} stands on another declaration of class {1} than its first layer, and declarations have no order. Write all layers on one declaration.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn002");

    /// <summary>The class or one around it has type parameters.</summary>
    public static readonly DiagnosticDescriptor Generic = new(
        "CNN003", "Network class is generic",
        "Class {0} cannot be a network, because {1} has type parameters. Remove them: shapes are numbers in attributes.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn003");

    /// <summary>A type around the class is not partial.</summary>
    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "CNN004", "Type around the network class is not partial",
        "Class {0} is nested in {1}, which has to be partial too. Write: partial {2} {1}, or move the class out of it.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn004");

    /// <summary>A file-scoped class cannot have a part in a generated file.</summary>
    public static readonly DiagnosticDescriptor FileScoped = new(
        "CNN005", "Network class is file-scoped",
        "Class {0} cannot be a network, because {1} is visible in its file only and generated code is another file. Write internal instead of file.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn005");

    /// <summary>A kind of class that cannot derive from Network or cannot be constructed.</summary>
    public static readonly DiagnosticDescriptor NotOrdinaryClass = new(
        "CNN006", "Network class is of a kind that cannot be a network",
        "Class {0} cannot be a network, because it {1}. {2}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn006");

    /// <summary>Generated kernels use pointers.</summary>
    public static readonly DiagnosticDescriptor UnsafeNotAllowed = new(
        "CNN007", "Unsafe code is not allowed in this project",
        "Class {0} compiles to code with pointers, which this project does not allow. Write <AllowUnsafeBlocks>true</AllowUnsafeBlocks> into its project file.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn007");

    /// <summary>The input has no dimension or more than three.</summary>
    public static readonly DiagnosticDescriptor InputRank = new(
        "CNN008", "Input shape needs one to three dimensions",
        "{0} gives {1} dimensions for the input, but a sample has 1 to 3. Write [Network(features)], [Network(channels, length)] or [Network(channels, height, width)].",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn008");

    /// <summary>A dimension of the input is not positive.</summary>
    public static readonly DiagnosticDescriptor InputDimension = new(
        "CNN009", "Input dimension is not positive",
        "{0} gives the size {1} for dimension {2} of the input, expected at least 1. Write the real size.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn009");

    /// <summary>A class with an input and nothing else.</summary>
    public static readonly DiagnosticDescriptor NoLayers = new(
        "CNN010", "Network has no layers",
        "Class {0} has an input of {1}, but no layer. Write layers under [Network], for example [Dense(10)].",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn010");

    /// <summary>An argument is outside its range.</summary>
    public static readonly DiagnosticDescriptor ArgumentOutOfRange = new(
        "CNN011", "Argument is out of range",
        "{0}: {1} has to be {2}, but is {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn011");

    /// <summary>Two options exclude each other.</summary>
    public static readonly DiagnosticDescriptor OptionConflict = new(
        "CNN012", "Options exclude each other",
        "{0}: {1}, but {2} is {3}. {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn012");

    /// <summary>More than one loss.</summary>
    public static readonly DiagnosticDescriptor SeveralLosses = new(
        "CNN013", "Network has several losses",
        "{0} is a second loss beside {1}, but a network has one. Remove one of the two.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn013");

    /// <summary>A checkpoint name is empty, or two tensors would have the same one.</summary>
    public static readonly DiagnosticDescriptor InvalidName = new(
        "CNN014", "Checkpoint name is empty or not unique",
        "{0}: its checkpoint name is {1}. {2}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn014");

    /// <summary>A layer attribute that this generator does not know.</summary>
    public static readonly DiagnosticDescriptor UnknownLayer = new(
        "CNN015", "Layer is not known",
        "{0} is a layer that this version of the generator does not know. Use the generator and the runtime of the same CnnCompiler version.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn015");

    /// <summary>A scheme for matrices on a layer whose weight is a vector.</summary>
    public static readonly DiagnosticDescriptor InitNotApplicable = new(
        "CNN016", "Initialisation does not suit the layer",
        "{0}: {1} needs a weight of at least 2 dimensions, but this layer has one gain per channel. Use Init.Constant, Init.Normal or Init.Uniform.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn016");

    /// <summary>A table of connections cannot be read.</summary>
    public static readonly DiagnosticDescriptor InvalidConnections = new(
        "CNN041", "Table of connections is not valid",
        "{0}: {1}. {2}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn041");

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

    /// <summary>A name in the property that narrows the instruction sets is none of them.</summary>
    public static readonly DiagnosticDescriptor UnknownIsa = new(
        "CNN017", "Instruction set is not known",
        "The property CnnCompilerIsas names '{0}', expected names out of Portable, Avx2, Avx512. Correct the name, or leave the property out to compile for all of them.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn017", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A tensor or a sum is read that nobody named.</summary>
    public static readonly DiagnosticDescriptor UnknownTensor = new(
        "CNN020", "Name is not known",
        "{0}: {1} \"{2}\" was {3}. {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn020");

    /// <summary>A block has fewer parameters than a use gives arguments.</summary>
    public static readonly DiagnosticDescriptor TooManyArguments = new(
        "CNN021", "Use has too many arguments",
        "{0} gives {1} arguments, but {2} has {3}. Remove what is too many, or mark constants of the block as [Parameter].",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn021");

    /// <summary>An argument does not convert to its parameter's type.</summary>
    public static readonly DiagnosticDescriptor WrongArgumentType = new(
        "CNN022", "Use has an argument of the wrong type",
        "{0}: argument {1}, {2}, is of type {3}, but parameter {4} is of type {5} and cannot take it. Write a value of that type.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn022");

    /// <summary>A block whose parameters are set has to be source.</summary>
    public static readonly DiagnosticDescriptor BlockIsNotSource = new(
        "CNN023", "Block with parameters is in a referenced assembly",
        "{0}: {1} is compiled in a referenced assembly, where the expressions of its attributes are lost, so that its parameters cannot be set. Link its source file into this project, or use it without arguments.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn023");

    /// <summary>Blocks that lead back to themselves.</summary>
    public static readonly DiagnosticDescriptor PathUsesItself = new(
        "CNN024", "Path contains itself",
        "{0}: {1} contains itself, {2}, and would never end. Break the cycle; Repeat follows a block by itself.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn024");

    /// <summary>An expression overflows or divides by zero with the block's arguments.</summary>
    public static readonly DiagnosticDescriptor ArgumentHasNoValue = new(
        "CNN025", "Argument has no value",
        "{0}: {1} {2}. Change the expression or the arguments of the block.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn025");

    /// <summary>A tensor or sum without a name.</summary>
    public static readonly DiagnosticDescriptor InvalidTensorName = new(
        "CNN026", "Name is empty",
        "{0}: the name is empty. Write the name of a saved tensor or of a sum.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn026");

    /// <summary>Blocks in blocks outgrow what can be compiled.</summary>
    public static readonly DiagnosticDescriptor TooManyLayers = new(
        "CNN027", "Network has too many layers",
        "{0} makes the network larger than {1} layers. Use fewer repetitions.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn027");

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

    /// <summary>A saved tensor or a sum that nothing reads.</summary>
    public static readonly DiagnosticDescriptor DeadTensor = new(
        "CNN220", "Saved tensor is never read",
        "{0}: \"{1}\" is never read by {2}. Remove it, or read it.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "cnn220");

    /// <summary>Shapes while a network is written.</summary>
    public static readonly DiagnosticDescriptor ShapeHint = new(
        "CNN301", "Shape behind an attribute",
        "{0}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: false, helpLinkUri: Help + "cnn301");

    /// <summary>More parameters than allowed.</summary>
    public static readonly DiagnosticDescriptor ParametersOverBudget = new(
        "CNN302", "Parameters exceed the budget", OverBudget,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn302");

    /// <summary>More memory to predict than allowed.</summary>
    public static readonly DiagnosticDescriptor PredictBytesOverBudget = new(
        "CNN303", "Memory of prediction exceeds the budget", OverBudget,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn303");

    /// <summary>More memory to train than allowed.</summary>
    public static readonly DiagnosticDescriptor GradientBytesOverBudget = new(
        "CNN304", "Memory of training exceeds the budget", OverBudget,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn304");

    /// <summary>More arithmetic than allowed.</summary>
    public static readonly DiagnosticDescriptor MacsOverBudget = new(
        "CNN305", "Arithmetic exceeds the budget", OverBudget,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn305");

    /// <summary>More code than allowed.</summary>
    public static readonly DiagnosticDescriptor CodeBytesOverBudget = new(
        "CNN306", "Generated code exceeds the budget", OverBudget,
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn306");

    /// <summary>A budget of something that is no network.</summary>
    public static readonly DiagnosticDescriptor BudgetWithoutNetwork = new(
        "CNN307", "Budget without a network",
        "Class {0} has a budget, but is no network. Write [Network(..)] beside it, or move the budget to the network that uses the block.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn307");

    /// <summary>A negative budget.</summary>
    public static readonly DiagnosticDescriptor BudgetOutOfRange = new(
        "CNN308", "Budget is negative",
        "Budget: {0} has to be at least 0, but is {1}. Leave it out for no limit.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn308");

    /// <summary>The generator or the analyzer failed.</summary>
    public static readonly DiagnosticDescriptor InternalError = new(
        "CNN189", "CnnCompiler failed",
        "CnnCompiler failed on class {0}, which is a mistake of CnnCompiler and not of the class: {1}. Please report it with the attributes of the class.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn189");

    /// <summary>All rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial,
        LayersOnSeveralDeclarations,
        Generic,
        ContainerNotPartial,
        FileScoped,
        NotOrdinaryClass,
        UnsafeNotAllowed,
        InputRank,
        InputDimension,
        NoLayers,
        ArgumentOutOfRange,
        OptionConflict,
        SeveralLosses,
        InvalidName,
        UnknownLayer,
        InitNotApplicable,
        UnknownIsa,
        InvalidConnections,
        WindowLargerThanInput,
        GroupsDoNotDivide,
        WrongRank,
        ImageOptionOnSignal,
        PoolPadding,
        ConnectionOutOfRange,
        CausalOnImage,
        NoTransposedOutput,
        ReshapeCount,
        PiecesDoNotDivide,
        NotFullyUnrolled,
        TooLarge,
        StrideSkipsInput,
        PointlessActivation,
        BiasBeforeBatchNorm,
        LogSoftmaxBeforeCrossEntropy,
        SoftmaxBeforeCrossEntropy,
        WindowDoesNotFit,
        FusedSoftmax,
        UnknownTensor,
        TooManyArguments,
        WrongArgumentType,
        BlockIsNotSource,
        PathUsesItself,
        ArgumentHasNoValue,
        InvalidTensorName,
        TooManyLayers,
        ShapesDiffer,
        CannotConcatenate,
        CannotPadChannels,
        HeadShape,
        DeadTensor,
        ShapeHint,
        ParametersOverBudget,
        PredictBytesOverBudget,
        GradientBytesOverBudget,
        MacsOverBudget,
        CodeBytesOverBudget,
        BudgetWithoutNetwork,
        BudgetOutOfRange,
        InternalError,
    ];
}
