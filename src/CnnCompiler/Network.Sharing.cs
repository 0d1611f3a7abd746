using System;
using System.Collections.Generic;
using CnnCompiler.Checkpoints;
using CnnCompiler.Runtime;

namespace CnnCompiler;

public abstract unsafe partial class Network
{
    /// <summary>
    /// Copies all parameters and running statistics of another network, also one of another class: one set of weights under several input sizes. Both must have the same
    /// names; shapes must be equal, except that a <c>Conv</c> with one group takes the weight of a <c>Dense</c> with as many outputs and as many inputs as its window has
    /// elements, and the other way round: <c>[Conv(120, 5, Name = "dense1")]</c> reads the <c>[Dense(120)]</c> behind a 16x5x5 map. When it fails, nothing is changed.
    /// </summary>
    /// <param name="other">The network whose values are read.</param>
    /// <exception cref="ArgumentException">A tensor is missing, unknown or of a shape that does not fit. Names it with both shapes.</exception>
    /// <exception cref="InvalidOperationException">A thread is inside a call of one of the two.</exception>
    /// <exception cref="ObjectDisposedException">One of the two is disposed.</exception>
    public void CopyParametersFrom(Network other) => WithOther(other, pairs =>
    {
        _weights.MarkChanged();
        ParameterPairs.Copy(pairs);
        _weights.MarkChanged();
        return true;
    });

    /// <summary>
    /// Uses the memory of another network's parameters and running statistics in place of its own, as <see cref="Share"/> does for an instance of the same class: what trains or
    /// loads one of them changes both. It is possible where the kernels of both classes lay out every tensor alike, as in convolutional networks for several input sizes;
    /// elsewhere nothing is changed, and <see cref="CopyParametersFrom"/> is the way. Which tensors fit is the same there.
    /// </summary>
    /// <param name="other">The network whose weights become those of both; they are freed with the last instance that uses them. Instances that <see cref="Share"/> made of this one keep the old ones.</param>
    /// <returns>Whether the memory is shared now.</returns>
    /// <exception cref="ArgumentException">A tensor is missing, unknown or of a shape that does not fit. Names it with both shapes.</exception>
    /// <exception cref="InvalidOperationException">A thread is inside a call of one of the two.</exception>
    /// <exception cref="ObjectDisposedException">One of the two is disposed.</exception>
    public bool TryShareParametersOf(Network other) => WithOther(other, pairs =>
    {
        if (!ParameterPairs.HaveOneLayout(pairs) || _weights.Parameters.Length != other._weights.Parameters.Length || _weights.Buffers.Length != other._weights.Buffers.Length)
            return false;
        other._weights.Share(other.Name);
        _prepared.Release();
        _weights.Release();
        _weights = other._weights;

        // Not the other's: another class may derive other values.
        _prepared = new PreparedParameters(_definition.PreparedFloats);
        return true;
    });

    // Neither network may be inside another call, and equal weights need no work.
    private bool WithOther(Network other, Func<IReadOnlyList<(Parameter To, Parameter From)>, bool> use)
    {
        ArgumentNullException.ThrowIfNull(other);
        EnterWithoutPool();
        try
        {
            if (other._weights == _weights)
                return true;
            other.EnterWithoutPool();
            try
            {
                return use(ParameterPairs.Of(this, other));
            }
            finally
            {
                other.Leave();
            }
        }
        finally
        {
            Leave();
        }
    }
}
