using System.Collections.Generic;

namespace CnnCompiler.Testing.Reference;

/// <summary>A loss in double precision.</summary>
public abstract class LossReference
{
    /// <summary>The attribute: <c>CrossEntropyLoss(LabelSmoothing = 0.1)</c>.</summary>
    public string Attribute => AttributeText.Write(Kind, [], Options);

    /// <summary>Whether it takes a class per sample and position, and not a value per output.</summary>
    public abstract bool TakesLabels { get; }

    /// <summary>The kind of a last layer whose input, not output, the loss takes.</summary>
    public virtual string? FusedAfter => null;

    /// <summary>The attribute's name.</summary>
    protected abstract string Kind { get; }

    /// <summary>Named arguments with their defaults.</summary>
    protected virtual IEnumerable<(string Name, object? Value, object? Default)> Options => [];

    /// <summary>The loss and its gradient by the network's output (or by the input of the layer that it fuses).</summary>
    /// <param name="x">N x C x positions.</param>
    /// <param name="shape">C and the positions.</param>
    /// <param name="labels">One per sample and position.</param>
    /// <param name="targets">One per value.</param>
    public abstract (double Loss, double[] Gradient) Evaluate(double[] x, MapShape shape, int[]? labels, double[]? targets);
}
