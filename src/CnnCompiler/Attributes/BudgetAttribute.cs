using System;

namespace CnnCompiler;

/// <summary>
/// Limits of a network that fail the build: each one that is exceeded is an error that names the value found and the layers that contribute most.
/// What is not written has no limit.
/// </summary>
/// <example>
/// <code>
/// [Network(1, 28, 28), Budget(Parameters = 100_000, PredictBytes = 1 &lt;&lt; 20)]
/// [Conv(6, 5, Padding = 2), Relu, MaxPool(2)]
/// [Dense(10)]
/// public partial class Small;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The most parameters, frozen ones and those of side classifiers too: the generated constant <c>ParameterCount</c>.</summary>
    public long Parameters { get; set; } = long.MaxValue;

    /// <summary>The most bytes of native memory of an instance with <c>MaxBatch = 1</c> and <c>Threads = 1</c> that predicts: the generated constant <c>PredictBytes</c>.</summary>
    public long PredictBytes { get; set; } = long.MaxValue;

    /// <summary>The most bytes of native memory of such an instance that is trained: the generated constant <c>GradientBytes</c>.</summary>
    public long GradientBytes { get; set; } = long.MaxValue;

    /// <summary>The most multiply-accumulates of the prediction of one sample: the generated constant <c>Macs</c>.</summary>
    public long Macs { get; set; } = long.MaxValue;

    /// <summary>
    /// The most bytes (UTF-8) of generated source: the files of the class and of every kernel that it calls, for all instruction sets that the project
    /// emits. Kernels that other networks call too count in full.
    /// </summary>
    public long CodeBytes { get; set; } = long.MaxValue;
}
