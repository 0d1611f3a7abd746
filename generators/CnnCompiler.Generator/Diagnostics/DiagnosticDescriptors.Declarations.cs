using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

// Rules about declarations: what is written, before any shape is known.
internal static partial class DiagnosticDescriptors
{
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

    /// <summary>A checkpoint name is empty or has a line break, or two tensors would have the same one.</summary>
    public static readonly DiagnosticDescriptor InvalidName = new(
        "CNN014", "Checkpoint name is empty, not printable or not unique",
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

    /// <summary>A name in the property that narrows the instruction sets is none of them.</summary>
    public static readonly DiagnosticDescriptor UnknownIsa = new(
        "CNN017", "Instruction set is not known",
        "The property CnnCompilerIsas names '{0}', expected names out of Portable, Avx2, Avx512. Correct the name, or leave the property out to compile for all of them.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn017", customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>A loss on a class that is no network.</summary>
    public static readonly DiagnosticDescriptor LossOnPath = new(
        "CNN018", "Loss stands on a path",
        "{0} stands on {1}, which is a path, but a network has one loss, on its own class. Move it beside [Network].",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn018");

    /// <summary>A type argument that is no class.</summary>
    public static readonly DiagnosticDescriptor PathIsNoClass = new(
        "CNN019", "Path is not a class",
        "{0}: a path is a class with layers, but {1} is an array. Name the class that has the layers.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn019");

    /// <summary>A tensor or a sum is read that nobody named.</summary>
    public static readonly DiagnosticDescriptor UnknownTensor = new(
        "CNN020", "Name is not known",
        "{0}: {1} \"{2}\" was {3}. {4}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn020");

    /// <summary>A block has fewer parameters than a use gives arguments.</summary>
    public static readonly DiagnosticDescriptor TooManyArguments = new(
        "CNN021", "Use has too many arguments",
        "{0} gives {1}, but {2} has {3}. Remove what is too many, or mark constants of the block as [Parameter].",
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

    /// <summary>A parameter of a block that cannot be in an attribute.</summary>
    public static readonly DiagnosticDescriptor ParameterIsNoConstant = new(
        "CNN028", "Parameter is not a constant",
        "{0} of {1} is marked with [Parameter], but is no constant, so that no attribute can read it and no Use set it. Write: const {2} {0}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn028");

    /// <summary>A table of connections cannot be read.</summary>
    public static readonly DiagnosticDescriptor InvalidConnections = new(
        "CNN041", "Table of connections is not valid",
        "{0}: {1}. {2}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "cnn041");
}
