using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace CnnCompiler.Generator.Budgets;

/// <summary>One of the limits that a network can have.</summary>
/// <param name="Name">The property of the attribute.</param>
/// <param name="Descriptor">The rule.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Total">What a network needs.</param>
/// <param name="Shares">What parts of the network contribute.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record Budget(
    string Name, DiagnosticDescriptor Descriptor, string Unit, Func<NetworkCosts, long> Total, Func<NetworkCosts, IEnumerable<CostShare>> Shares, string Remedy)
{
    private const int MostShares = 3;

    /// <summary>Every limit.</summary>
    public static IReadOnlyList<Budget> All { get; } =
    [
        new("Parameters", DiagnosticDescriptors.ParametersOverBudget, "parameters", costs => costs.Parameters, costs => costs.ParameterShares,
            "Use fewer filters or units there, or pool before the first Dense"),
        new("PredictBytes", DiagnosticDescriptors.PredictBytesOverBudget, "bytes", costs => costs.PredictBytes, costs => costs.MemoryShares,
            "Use fewer channels, or pool earlier"),
        new("GradientBytes", DiagnosticDescriptors.GradientBytesOverBudget, "bytes", costs => costs.GradientBytes, costs => costs.MemoryShares,
            "Use fewer channels, pool earlier, or freeze layers"),
        new("Macs", DiagnosticDescriptors.MacsOverBudget, "multiply-accumulates", costs => costs.Macs, costs => costs.MacShares,
            "Use a stride or a pool earlier, groups, or fewer filters there"),
        new("CodeBytes", DiagnosticDescriptors.CodeBytesOverBudget, "bytes", costs => costs.CodeBytes, costs => costs.CodeShares,
            "Repeat layers of the same geometry, or emit fewer instruction sets (CnnCompilerIsas)"),
    ];

    /// <summary>The parts that contribute most: <c>conv1 Conv(6, 5) 156, ..</c>.</summary>
    public static string Largest(IEnumerable<CostShare> shares) => string.Join(", ", shares
        .Where(share => share.Value > 0).OrderByDescending(share => share.Value).ThenBy(share => share.Name, StringComparer.Ordinal).Take(MostShares)
        .Select(share => share.Name + " " + Digits(share.Value)));

    public static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
