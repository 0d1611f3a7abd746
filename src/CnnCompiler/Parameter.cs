using System;
using CnnCompiler.Runtime;

namespace CnnCompiler;

/// <summary>A weight, bias or running statistic of a network, seen in PyTorch's layout whatever the kernels' own layout is.</summary>
public sealed unsafe class Parameter
{
    private readonly Network _network;
    private readonly bool _isBuffer;
    private PackedMap? _map;

    internal Parameter(Network network, ParameterDefinition definition, bool isBuffer)
    {
        _network = network;
        _isBuffer = isBuffer;
        Definition = definition;
        Shape = new TensorShape(definition.Shape);
        Length = checked((int)Shape.ElementCount);
    }

    /// <summary>The name in checkpoints, for example <c>basicblock2.main.conv1.weight</c>.</summary>
    public string Name => Definition.Name;

    /// <summary>The dimensions in PyTorch's order, for example 6x1x5x5 for six 5x5 filters over one channel.</summary>
    public TensorShape Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>Whether training changes it and it has a gradient: false for frozen parameters and for running statistics.</summary>
    public bool Trainable => Definition.Trainable && !_isBuffer;

    internal bool IsBuffer => _isBuffer;

    internal ParameterDefinition Definition { get; }

    internal PackedMap Map => _map ??= new PackedMap(Definition);

    internal float* Pointer => _network.ParameterPointer(Definition, _isBuffer);

    /// <summary>Copies the values out, in row-major order of <see cref="Shape"/>.</summary>
    /// <param name="destination">Exactly <see cref="Length"/> floats.</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void CopyTo(Span<float> destination)
    {
        RequireLength(nameof(CopyTo), nameof(destination), destination.Length);
        _network.ThrowIfDisposed();
        Map.Unpack(Pointer, destination);
        GC.KeepAlive(_network);
    }

    /// <summary>Sets the values, given in row-major order of <see cref="Shape"/>. Instances that share weights see them too.</summary>
    /// <param name="source">Exactly <see cref="Length"/> floats.</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void CopyFrom(ReadOnlySpan<float> source)
    {
        RequireLength(nameof(CopyFrom), nameof(source), source.Length);
        _network.ThrowIfDisposed();
        Map.Pack(source, Pointer);
        _network.Weights.MarkChanged();
        GC.KeepAlive(_network);
    }

    /// <summary>Copies the gradient of the last <c>Gradient</c> call out, in row-major order of <see cref="Shape"/>.</summary>
    /// <param name="destination">Exactly <see cref="Length"/> floats.</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    /// <exception cref="InvalidOperationException">The parameter is not <see cref="Trainable"/>, or <c>Gradient</c> was not called yet.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void CopyGradientTo(Span<float> destination)
    {
        RequireLength(nameof(CopyGradientTo), nameof(destination), destination.Length);
        _network.ThrowIfDisposed();
        if (!Trainable)
        {
            throw new InvalidOperationException(
                $"{_network.Name}: '{Name}' has no gradient, because it is {(_isBuffer ? "a running statistic" : "frozen")}.");
        }

        float* gradient = _network.GradientPointer(Definition);
        if (gradient == null)
            throw new InvalidOperationException($"{_network.Name}: '{Name}' has no gradient yet; call Gradient first.");
        Map.Unpack(gradient, destination);
        GC.KeepAlive(_network);
    }

    /// <summary>Name and shape, for example <c>conv1.weight 6x1x5x5</c>.</summary>
    public override string ToString() => $"{Name} {Shape}";

    private void RequireLength(string method, string argument, int found)
    {
        if (found != Length)
        {
            throw new ArgumentException(
                $"{_network.Name}: {method} of '{Name}' ({Shape}) needs {Length} floats, found {found}.", argument);
        }
    }
}
