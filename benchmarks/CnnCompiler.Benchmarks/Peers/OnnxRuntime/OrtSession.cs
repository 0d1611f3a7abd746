using System;
using System.Runtime.InteropServices;
using System.Text;

namespace CnnCompiler.Benchmarks.Peers.OnnxRuntime;

/// <summary>
/// An ONNX model with one input and one output in ONNX Runtime, with their tensors: all graph optimisations, a fixed batch, and otherwise its defaults.
/// </summary>
internal sealed unsafe class OrtSession : IDisposable
{
    private const int LoggingError = 3, OptimizeAll = 99, DeviceAllocator = 0, DefaultMemory = 0, Float = 1;

    private readonly OrtLibrary _library;
    private readonly float[] _inputs;
    private readonly float[] _outputs;
    private readonly byte[] _inputName = Utf8("input");
    private readonly byte[] _outputName = Utf8("output");
    private nint _environment, _options, _session, _memory, _input, _output;

    /// <summary>Loads a model.</summary>
    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The file.</param>
    /// <param name="threads">Threads of a call.</param>
    /// <param name="inputShape">The input, its batch first.</param>
    /// <param name="inputs">Its values.</param>
    /// <param name="outputs">Outputs of a sample.</param>
    public OrtSession(OrtLibrary library, string model, int threads, long[] inputShape, float[] inputs, int outputs)
    {
        _library = library;
        _inputs = Pinned(inputs);
        _outputs = GC.AllocateArray<float>(checked((int)inputShape[0] * outputs), pinned: true);
        CreateSession(model, threads, inputShape[0]);
        fixed (nint* memory = &_memory)
        {
            _library.Check(((delegate* unmanaged<int, int, nint*, nint>)_library[OrtFunction.CreateCpuMemoryInfo])(DeviceAllocator, DefaultMemory, memory));
        }

        _input = CreateTensor(_inputs, inputShape);
        _output = CreateTensor(_outputs, [inputShape[0], outputs]);
    }

    /// <summary>What the last call gave.</summary>
    public ReadOnlySpan<float> Outputs => _outputs;

    /// <summary>Computes the outputs.</summary>
    public void Run()
    {
        fixed (byte* inputName = _inputName, outputName = _outputName)
        {
            nint input = _input, output = _output;
            byte* inputNames = inputName, outputNames = outputName;
            _library.Check(((delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)_library[OrtFunction.Run])(
                _session, 0, &inputNames, &input, 1, &outputNames, 1, &output));
        }
    }

    public void Dispose()
    {
        _library.Release(OrtFunction.ReleaseValue, _output);
        _library.Release(OrtFunction.ReleaseValue, _input);
        _library.Release(OrtFunction.ReleaseMemoryInfo, _memory);
        _library.Release(OrtFunction.ReleaseSession, _session);
        _library.Release(OrtFunction.ReleaseSessionOptions, _options);
        _library.Release(OrtFunction.ReleaseEnv, _environment);
        _output = _input = _memory = _session = _options = _environment = 0;
    }

    private void CreateSession(string model, int threads, long batch)
    {
        fixed (byte* identifier = Utf8("peers"), path = Utf8(model), dimension = Utf8("batch"))
        fixed (nint* environment = &_environment, options = &_options, session = &_session)
        {
            _library.Check(((delegate* unmanaged<int, byte*, nint*, nint>)_library[OrtFunction.CreateEnv])(LoggingError, identifier, environment));
            _library.Check(((delegate* unmanaged<nint*, nint>)_library[OrtFunction.CreateSessionOptions])(options));
            _library.Check(((delegate* unmanaged<nint, int, nint>)_library[OrtFunction.SetSessionGraphOptimizationLevel])(_options, OptimizeAll));
            _library.Check(((delegate* unmanaged<nint, int, nint>)_library[OrtFunction.SetIntraOpNumThreads])(_options, threads));
            _library.Check(((delegate* unmanaged<nint, byte*, long, nint>)_library[OrtFunction.AddFreeDimensionOverrideByName])(_options, dimension, batch));
            _library.Check(((delegate* unmanaged<nint, byte*, nint, nint*, nint>)_library[OrtFunction.CreateSession])(_environment, path, _options, session));
        }
    }

    private nint CreateTensor(float[] values, long[] shape)
    {
        nint tensor = 0;
        fixed (long* dimensions = shape)
        {
            _library.Check(((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)_library[OrtFunction.CreateTensorWithDataAsOrtValue])(
                _memory, Marshal.UnsafeAddrOfPinnedArrayElement(values, 0).ToPointer(), (nuint)values.Length * sizeof(float), dimensions, (nuint)shape.Length, Float, &tensor));
        }

        return tensor;
    }

    private static float[] Pinned(float[] values)
    {
        float[] copy = GC.AllocateUninitializedArray<float>(values.Length, pinned: true);
        values.CopyTo(copy, 0);
        return copy;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + "\0");
}
