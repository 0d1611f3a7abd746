using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

/// <summary>
/// Every rule. CNN0xx concern the declaration, CNN1xx shapes, CNN2xx limits, warnings and hints, CNN3xx budgets and shapes while typing. An id is never used again.
/// <c>Diagnostics/README.md</c> has a section and <c>AnalyzerReleases.*.md</c> a line for each.
/// </summary>
internal static partial class DiagnosticDescriptors
{
    private const string Category = "CnnCompiler";
    private const string Help = "generators/CnnCompiler.Generator/Diagnostics/README.md#";

    /// <summary>All rules in the order of their ids. The fields are in several files, whose initialisers have no order: so this is no field.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All =>
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
        LossOnPath,
        PathIsNoClass,
        UnknownTensor,
        TooManyArguments,
        WrongArgumentType,
        BlockIsNotSource,
        PathUsesItself,
        ArgumentHasNoValue,
        InvalidTensorName,
        TooManyLayers,
        ParameterIsNoConstant,
        InvalidConnections,
        WindowLargerThanInput,
        GroupsDoNotDivide,
        WrongRank,
        ImageOptionOnSignal,
        PoolPadding,
        ShapesDiffer,
        CannotConcatenate,
        CannotPadChannels,
        HeadShape,
        ReshapeCount,
        PiecesDoNotDivide,
        ConnectionOutOfRange,
        CausalOnImage,
        NoTransposedOutput,
        DeadEnd,
        InternalError,
        NotFullyUnrolled,
        TooLarge,
        StrideSkipsInput,
        PointlessActivation,
        BiasBeforeBatchNorm,
        LogSoftmaxBeforeCrossEntropy,
        SoftmaxBeforeCrossEntropy,
        WindowDoesNotFit,
        FusedSoftmax,
        DeadTensor,
        ShapeHint,
        ParametersOverBudget,
        PredictBytesOverBudget,
        GradientBytesOverBudget,
        MacsOverBudget,
        CodeBytesOverBudget,
        BudgetWithoutNetwork,
        BudgetOutOfRange,
    ];
}
