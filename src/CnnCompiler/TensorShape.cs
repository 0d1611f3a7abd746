using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CnnCompiler;

/// <summary>The dimensions of a tensor, outermost first. Prints as <c>6x1x5x5</c>; a shape without dimensions prints as <c>scalar</c>.</summary>
public sealed class TensorShape : IReadOnlyList<int>, IEquatable<TensorShape>
{
    private readonly int[] _dimensions;

    /// <summary>A shape of the given dimensions.</summary>
    /// <param name="dimensions">Sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ArgumentException">A dimension is negative.</exception>
    /// <exception cref="OverflowException">The product of the dimensions does not fit 64 bits.</exception>
    public TensorShape(params ReadOnlySpan<int> dimensions)
    {
        _dimensions = dimensions.ToArray();

        // A zero anywhere makes the product 0, even where the others alone would overflow.
        long count = dimensions.Contains(0) ? 0 : 1;
        foreach (int dimension in _dimensions)
        {
            if (dimension < 0)
                throw new ArgumentException($"A dimension of a shape must not be negative, found {dimension} in {this}.", nameof(dimensions));
            count = checked(count * dimension);
        }

        ElementCount = count;
    }

    /// <summary>The number of dimensions; 0 for a scalar.</summary>
    public int Count => _dimensions.Length;

    /// <summary>The product of all dimensions; 1 for a scalar.</summary>
    public long ElementCount { get; }

    /// <summary>The size of one dimension.</summary>
    /// <param name="index">0 for the outermost.</param>
    public int this[int index] => _dimensions[index];

    /// <summary>The dimensions as a span.</summary>
    public ReadOnlySpan<int> AsSpan() => _dimensions;

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_dimensions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether both shapes have the same dimensions.</summary>
    /// <param name="other">The other shape.</param>
    public bool Equals(TensorShape? other) => other is not null && _dimensions.AsSpan().SequenceEqual(other._dimensions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TensorShape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int dimension in _dimensions)
            hash.Add(dimension);
        return hash.ToHashCode();
    }

    /// <summary>The dimensions joined by <c>x</c>, for example <c>6x1x5x5</c>.</summary>
    public override string ToString() => _dimensions.Length == 0
        ? "scalar"
        : string.Join('x', _dimensions.Select(dimension => dimension.ToString(CultureInfo.InvariantCulture)));
}
