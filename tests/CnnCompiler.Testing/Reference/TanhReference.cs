using System;
using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>Amplitude * tanh(Slope * x).</summary>
public sealed class TanhReference : ElementwiseReference
{
    /// <inheritdoc/>
    public override string Kind => "Tanh";

    /// <summary>The limit at infinity, default 1.</summary>
    public double Amplitude { get; init; } = 1;

    /// <summary>The factor of the argument, default 1.</summary>
    public double Slope { get; init; } = 1;

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, object? Value, object? Default)> Options => [("Amplitude", Amplitude, 1.0), ("Slope", Slope, 1.0)];

    /// <inheritdoc/>
    protected override double Value(double x) => Amplitude * Math.Tanh(Slope * x);

    /// <inheritdoc/>
    protected override double Derivative(double x)
    {
        double t = Math.Tanh(Slope * x);
        return Amplitude * Slope * (1 - (t * t));
    }
}
