using System;

namespace CnnCompiler;

/// <summary>
/// A classifier on the side, only while training: the loss is loss(output) + the sum over heads of weight * loss(head), with the network's own loss and the
/// same labels or targets. The main path goes on unchanged. (Szegedy et al. 2014, "Going Deeper with Convolutions".)
/// </summary>
/// <typeparam name="THead">The path from here to an output of the network's shape.</typeparam>
/// <param name="weight">Factor of its loss, at least 0. Default 0.3.</param>
/// <remarks>Its parameters are parameters of the network; prediction does not compute it.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AuxiliaryAttribute<THead>(double weight = 0.3) : GraphAttribute
    where THead : class
{
    /// <summary>Factor of its loss.</summary>
    public double Weight { get; } = weight;
}
