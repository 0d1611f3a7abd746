using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Threading;
using CnnCompiler.Initialization;
using CnnCompiler.Runtime;

namespace CnnCompiler;

/// <summary>
/// The base of every compiled network: a class with <c>[Network]</c> and layer attributes becomes a subclass at build time.
/// One instance serves one call at a time; <see cref="Share"/> gives further instances over the same weights.
/// </summary>
/// <remarks>
/// The subclass has one public constructor, which takes <see cref="NetworkOptions"/> or <see langword="null"/>. It allocates and initialises the weights; an option out of its
/// range is an <see cref="ArgumentOutOfRangeException"/>, an instruction set without generated code an <see cref="ArgumentException"/>.
/// <para/>
/// Weights, activations and gradients are native memory, freed by <see cref="Dispose()"/>. Memory grows on the first larger batch; after that
/// <see cref="Predict"/> and <c>Gradient</c> allocate nothing. The same seed and data give the same bits at any thread count.
/// </remarks>
public abstract unsafe partial class Network : IDisposable
{
    private readonly NetworkDefinition _definition;
    private readonly NetworkOptions _options;
    private readonly int _labelsPerSample;
    private readonly ulong _keySeed;
    private ulong _gradientCalls;
    private bool _holdsPool;

    // Whether kernels spread over the pool: not inside a part of a batch, which one thread computes.
    private bool _spreads;

    // What the instance is doing: Idle, Busy or Disposed. One compare-and-swap per call guards memory that a second call would overwrite.
    private int _state;
    private const int Idle = 0;
    private const int Busy = 1;
    private const int Disposed = 2;

    /// <summary>Creates the network with initial parameters that depend on <see cref="NetworkOptions.Seed"/> alone.</summary>
    /// <param name="definition">What the generator knows of the network.</param>
    /// <param name="options">Threads, seed, batch, instruction set; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="ArgumentException">No kernels were generated for <see cref="NetworkOptions.Isa"/>.</exception>
    /// <exception cref="OutOfMemoryException">There is no memory for the weights, or for <see cref="NetworkOptions.MaxBatch"/> samples.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Network(NetworkDefinition definition, NetworkOptions? options)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _definition = definition;
        _options = Validated(definition, options ?? new NetworkOptions());
        InputShape = new TensorShape(definition.InputShape);
        OutputShape = new TensorShape(definition.OutputShape);
        InputSize = checked((int)InputShape.ElementCount);
        OutputSize = checked((int)OutputShape.ElementCount);
        _labelsPerSample = OutputSize / OutputShape[0];
        Isa = _options.Isa ?? BestOf(definition.Isas);
        _weights = NetworkWeights.Create(definition, _options.Seed, _options.Threads);
        _prepared = new PreparedParameters(definition.PreparedFloats);
        _keySeed = RandomStream.Mix((uint)_options.Seed, 0);
        Parameters = CreateParameters(definition.Parameters, isBuffer: false);
        Buffers = CreateParameters(definition.Buffers, isBuffer: true);
        EnsurePredictMemory(Math.Min(_options.MaxBatch, definition.PredictChunk));
    }

    /// <summary>Creates a network over the weights and running statistics of another one.</summary>
    /// <param name="other">The network to share with.</param>
    /// <exception cref="ObjectDisposedException"><paramref name="other"/> is disposed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Network(Network other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.ThrowIfDisposed();
        ulong ordinal = other._weights.Share(other._definition.Name);
        _definition = other._definition;
        _options = other._options;
        InputShape = other.InputShape;
        OutputShape = other.OutputShape;
        InputSize = other.InputSize;
        OutputSize = other.OutputSize;
        _labelsPerSample = other._labelsPerSample;
        Isa = other.Isa;
        _weights = other._weights;
        _prepared = other._prepared.Share();
        _keySeed = RandomStream.Mix((uint)_options.Seed, ordinal);
        Parameters = CreateParameters(_definition.Parameters, isBuffer: false);
        Buffers = CreateParameters(_definition.Buffers, isBuffer: true);
        EnsurePredictMemory(Math.Min(_options.MaxBatch, _definition.PredictChunk));
    }

    /// <summary>The shape of one input: features, channels x length, or channels x height x width.</summary>
    public TensorShape InputShape { get; }

    /// <summary>The shape of one output.</summary>
    public TensorShape OutputShape { get; }

    /// <summary>Floats of one input.</summary>
    public int InputSize { get; }

    /// <summary>Floats of one output.</summary>
    public int OutputSize { get; }

    /// <summary>
    /// The instruction set that the kernels of this instance run on: <see cref="NetworkOptions.Isa"/>, or else the best that the processor has among those that
    /// kernels were generated for. Where it has none of them, it is the lowest of them, emulated: correct, and slow.
    /// </summary>
    public Isa Isa { get; }

    /// <summary>Threads that one call may use, the calling one included.</summary>
    public int Threads => _options.Threads;

    /// <summary>The table of layers: the static <c>Summary</c> of the compiled class, for code that knows only the base.</summary>
    public NetworkSummary Description => _definition.Summary;

    /// <summary>Weights, biases and other parameters, frozen ones too, in the order of the layers.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Running statistics: state that <c>Gradient</c> updates and <see cref="Predict"/> reads, without gradients.</summary>
    public IReadOnlyList<Parameter> Buffers { get; }

    /// <summary>Another instance over the same weights and running statistics, with activations and gradients of its own, for another thread.</summary>
    /// <remarks>
    /// Nothing orders reads and writes of what is shared. While one instance changes it (<see cref="Load(string)"/>, an optimizer's step, <see cref="Parameter.CopyFrom"/>, the
    /// running statistics in <c>Gradient</c>), another one that predicts sees a mixture of old and new values. Predict after the change, or from a network with weights of its own.
    /// </remarks>
    /// <returns>The new instance; weights are freed when the last instance is disposed.</returns>
    /// <exception cref="ObjectDisposedException">This instance is disposed.</exception>
    public abstract Network Share();

    /// <summary>Computes outputs, in prediction mode: no dropout, running statistics in batch norms. Changes nothing but <paramref name="output"/>.</summary>
    /// <param name="input">N inputs, one after the other, N x <see cref="InputSize"/> floats in the order of <see cref="InputShape"/>. N is taken from the length, at least 1.</param>
    /// <param name="output">N x <see cref="OutputSize"/> floats, written. Must not overlap the input.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the spans overlap.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside a call of this instance.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        int count = CountSamples(input.Length, "Predict");
        RequireLength("Predict", nameof(output), output.Length, (long)count * OutputSize, count);
        RequireNoOverlap("Predict", input, output, nameof(output));
        Enter();
        try
        {
            int chunk = _definition.PredictChunk;
            EnsurePredictMemory(Math.Min(count, chunk));
            if (!_prepared.IsOf(_weights))
                Prepare();
            fixed (float* inputs = input, outputs = output)
            {
                Pass pass = _predictMemory.CreatePass(_weights, _prepared.Arena);
                for (int first = 0; first < count; first += chunk)
                {
                    pass.Count = Math.Min(chunk, count - first);
                    pass.Input = inputs + (long)first * InputSize;
                    pass.Output = outputs + (long)first * OutputSize;
                    PredictPass(in pass);
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Frees the native memory; weights go with the last instance that shares them.</summary>
    /// <exception cref="InvalidOperationException">Another thread is inside a call of this instance.</exception>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the native memory of this instance.</summary>
    /// <param name="disposing">True from <see cref="Dispose()"/>; native memory has finalisers of its own.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        int state = Interlocked.CompareExchange(ref _state, Disposed, Idle);
        if (state == Busy)
            throw InUse();
        if (state == Idle)
            FreeMemory();
    }

    /// <summary>The compiled computation of what prediction derives from parameters and running statistics alone, before the first prediction after these changed.</summary>
    /// <param name="pass">Memory of the pass.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void PreparePass(in Pass pass)
    {
    }

    /// <summary>The compiled forward pass in prediction mode.</summary>
    /// <param name="pass">Memory of the pass.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void PredictPass(in Pass pass);

    /// <summary>The compiled computation of what a gradient in parts derives from parameters alone, before the first part.</summary>
    /// <param name="pass">Memory of the pass.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void PrepareGradientPass(in Pass pass)
    {
    }

    /// <summary>The compiled forward pass in training mode and the backward pass. Several threads call it at once, for different parts of a batch.</summary>
    /// <param name="pass">Memory of the pass.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void GradientPass(in Pass pass);

    /// <summary>Runs <c>kernel(arguments, begin, end)</c> over all of [0, tasks), on up to <see cref="Threads"/> threads; returns when all is done.</summary>
    /// <param name="kernel">Writes disjoint memory for different tasks: which thread runs a task, and in which order, is not determined.</param>
    /// <param name="tasks">Number of tasks; nothing is called for 0.</param>
    /// <param name="arguments">Passed on.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Run(delegate*<KernelArguments*, int, int, void> kernel, int tasks, KernelArguments* arguments)
    {
        if (tasks <= 0)
            return;
        if (Trace is { } trace)
            RunTraced(kernel, tasks, arguments, trace);
        else
            Dispatch(kernel, tasks, arguments);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Dispatch(delegate*<KernelArguments*, int, int, void> kernel, int tasks, KernelArguments* arguments)
    {
        if (tasks == 1 || !_spreads)
            kernel(arguments, 0, tasks);
        else
            KernelPool.Shared.Run(kernel, tasks, arguments, _options.Threads);
    }

    // Instances that share weights share what is prepared: the first one that predicts prepares, others wait for it.
    private void Prepare()
    {
        lock (_prepared.Gate)
        {
            if (_prepared.IsOf(_weights))
                return;
            long version = _weights.Version;
            _prepared.Begin();
            Pass pass = _predictMemory.CreatePass(_weights, _prepared.Arena);
            PreparePass(in pass);
            _prepared.End(version);
        }
    }

    internal void ThrowIfDisposed() =>
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _state) == Disposed, this);

    private void Enter()
    {
        EnterWithoutPool();
        _spreads = _holdsPool = _options.Threads > 1 && KernelPool.Shared.TryAcquire(_options.Threads);
    }

    private void EnterWithoutPool()
    {
        int state = Interlocked.CompareExchange(ref _state, Busy, Idle);
        if (state == Busy)
            throw InUse();
        ObjectDisposedException.ThrowIf(state == Disposed, this);
    }

    private void Leave()
    {
        if (_holdsPool)
        {
            _spreads = _holdsPool = false;
            KernelPool.Shared.Release();
        }

        Volatile.Write(ref _state, Idle);
    }

    private InvalidOperationException InUse() => new(
        $"{_definition.Name}: this instance is inside another call. One instance serves one call at a time; give each thread its own with Share().");

    private static NetworkOptions Validated(NetworkDefinition definition, NetworkOptions options)
    {
        AtLeastOne(options.Threads, nameof(NetworkOptions.Threads));
        AtLeastOne(options.MaxBatch, nameof(NetworkOptions.MaxBatch));
        if (options.Isa is { } isa && !Enum.IsDefined(isa))
            throw new ArgumentOutOfRangeException(null, $"{definition.Name}: NetworkOptions.Isa must be Portable, Avx2 or Avx512, found {(int)isa}.");
        if (options.Isa is { } forced && Array.IndexOf(definition.Isas, forced) < 0)
        {
            throw new ArgumentException(
                $"{definition.Name}: NetworkOptions.Isa is {forced}, but kernels were generated for {string.Join(", ", definition.Isas)} only (CnnCompilerIsas in the project file).");
        }

        return options;

        // No name of a parameter: the message names the option, and .NET would add its own words to it.
        void AtLeastOne(int value, string name)
        {
            if (value < 1)
                throw new ArgumentOutOfRangeException(null, $"{definition.Name}: NetworkOptions.{name} must be at least 1, found {value}.");
        }
    }

    private static Isa BestOf(Isa[] compiled)
    {
        Isa best = compiled[0];
        foreach (Isa isa in compiled)
        {
            if (isa > best && IsNative(isa))
                best = isa;
        }

        return best;
    }

    private static bool IsNative(Isa isa) => isa switch
    {
        Isa.Avx512 => Avx512F.IsSupported,
        Isa.Avx2 => Avx2.IsSupported && Fma.IsSupported,
        _ => true,
    };

    private Parameter[] CreateParameters(ParameterDefinition[] definitions, bool isBuffer) =>
        Array.ConvertAll(definitions, definition => new Parameter(this, definition, isBuffer));
}
