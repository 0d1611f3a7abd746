using System;
using CnnCompiler.Runtime;

namespace CnnCompiler;

public abstract unsafe partial class Network
{
    private NetworkWeights _weights;
    private PreparedParameters _prepared;
    private ActivationMemory _predictMemory;
    private ActivationMemory _gradientMemory;
    private NativeArena? _gradients;
    private NativeArena? _gradientPrepared;
    private NativeArena? _losses;
    private PartMemory? _partMemory;

    /// <summary>
    /// The trainable parameters as one block, in the packed order of the kernels, padding (always 0) included; for optimizers.
    /// The order is meaningless outside; use <see cref="Parameters"/> for PyTorch's layouts.
    /// </summary>
    /// <remarks>
    /// Native memory: valid until the network is disposed, which the holder of the span has to see to. Padding must stay 0: an update that maps (0, gradient 0) to 0 keeps it so.
    /// Reading this property announces a change: the next prediction derives anew what it derives from parameters. So take the span for each change, and do not keep it;
    /// where an instance that shares the weights may have predicted between taking the span and the last write, call <see cref="AnnounceChange"/> after that write.
    /// </remarks>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public Span<float> ParameterMemory
    {
        get
        {
            ThrowIfDisposed();
            _weights.MarkChanged();
            return new Span<float>(_weights.Parameters.Floats, TrainableLength);
        }
    }

    /// <summary>Says that values behind <see cref="ParameterMemory"/> have changed since it was read: the next prediction of every instance over these weights sees them.</summary>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void AnnounceChange()
    {
        ThrowIfDisposed();
        _weights.MarkChanged();
    }

    /// <summary>The gradients of the last <c>Gradient</c> call, element by element those of <see cref="ParameterMemory"/>; empty before the first one.</summary>
    /// <remarks>Native memory: valid until the network is disposed.</remarks>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public Span<float> GradientMemory
    {
        get
        {
            ThrowIfDisposed();
            return _gradients is null ? default : new Span<float>(_gradients.Floats, TrainableLength);
        }
    }

    /// <summary>
    /// Bytes of native memory that this instance uses now: packed parameters and running statistics and, after the first <see cref="Predict"/>, what
    /// prediction derives from them (also where they are shared), activations and scratch of prediction and, after the first <c>Gradient</c>, of training, what it derives from parameters, gradients, losses; where batches
    /// are taken in parts (see <see cref="NetworkOptions.Threads"/>), activations of further threads and gradients of parts. 0 after <see cref="Dispose()"/>. Alignment of the blocks is not counted.
    /// </summary>
    public long NativeBytes => _state == Disposed
        ? 0
        : _weights.Bytes + _prepared.Bytes + _predictMemory.Bytes + _gradientMemory.Bytes + (_gradients?.Bytes ?? 0) + (_gradientPrepared?.Bytes ?? 0)
            + (_losses?.Bytes ?? 0) + (_partMemory?.Bytes ?? 0);

    internal float* ParameterPointer(ParameterDefinition definition, bool isBuffer) =>
        (isBuffer ? _weights.Buffers : _weights.Parameters).Floats + definition.Offset;

    internal float* GradientPointer(ParameterDefinition definition) =>
        _gradients is null ? null : _gradients.Floats + definition.Offset;

    internal NetworkWeights Weights => _weights;

    internal string Name => _definition.Name;

    private int TrainableLength => checked((int)_definition.TrainableFloats);

    private double* Losses => (double*)_losses!.Floats;

    private void EnsurePredictMemory(int samples) =>
        _predictMemory.Ensure(samples, _definition.PredictValueFloats, _definition.PredictScratchFloats, _definition.PredictWorkspaceFloats, Threads);

    private void EnsureGradientMemory(int count)
    {
        _gradients ??= new NativeArena(_definition.TrainableFloats);
        if (_definition.GradientPreparedFloats > 0)
            _gradientPrepared ??= new NativeArena(_definition.GradientPreparedFloats);
        int samples = Math.Max(count, _options.MaxBatch);
        if (_losses is null || _losses.Length < 2L * samples)
        {
            var losses = new NativeArena(2L * samples);
            _losses?.Dispose();
            _losses = losses;
        }

        _gradientMemory.Ensure(
            _definition.GradientChunk > 0 ? Math.Min(samples, _definition.GradientChunk) : samples, _definition.GradientValueFloats, _definition.GradientScratchFloats, _definition.GradientWorkspaceFloats, Threads);
    }

    private void FreeMemory()
    {
        _predictMemory.Free();
        _gradientMemory.Free();
        _gradients?.Dispose();
        _gradientPrepared?.Dispose();
        _losses?.Dispose();
        _partMemory?.Free();
        _prepared.Release();
        _weights.Release();
    }
}
