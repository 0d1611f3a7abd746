using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Diagnostics;

// Budgets, and shapes while typing.
internal static partial class DiagnosticDescriptors
{
    private const string OverBudget = "Budget({0} = {1}): {2} has {3} {4}, {5} more than the budget. Largest: {6}. {7}, or raise the budget.";

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
}
