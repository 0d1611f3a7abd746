using System;
using System.Runtime.InteropServices;

namespace CnnCompiler.Benchmarks.Peers.OnnxRuntime;

/// <summary>The C interface of ONNX Runtime: a table of functions behind one exported symbol.</summary>
internal sealed unsafe class OrtLibrary
{
    // All functions that are called here are in it; later versions of the library still serve it.
    private const uint ApiVersion = 14;

    private readonly nint* _functions;

    /// <summary>Loads the library; it stays loaded.</summary>
    /// <param name="path">The file <c>libonnxruntime.so.1</c>.</param>
    /// <exception cref="DllNotFoundException">It cannot be loaded.</exception>
    /// <exception cref="PeerException">It does not serve the interface.</exception>
    public OrtLibrary(string path)
    {
        nint library = NativeLibrary.Load(path);
        var getBase = (delegate* unmanaged<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase");
        nint* apiBase = getBase();
        _functions = ((delegate* unmanaged<uint, nint*>)apiBase[0])(ApiVersion);
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)apiBase[1])()) ?? "?";
        if (_functions == null)
        {
            throw new PeerException($"{path} (ONNX Runtime {Version}) does not serve version {ApiVersion} of its C interface.");
        }
    }

    /// <summary>The version of the library.</summary>
    public string Version { get; }

    /// <summary>The address of a function.</summary>
    public void* this[OrtFunction function] => (void*)_functions[(int)function];

    /// <summary>Throws what a function returned, unless it succeeded.</summary>
    /// <param name="status">What it returned.</param>
    public void Check(nint status)
    {
        if (status == 0)
        {
            return;
        }

        string? message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)this[OrtFunction.GetErrorMessage])(status));
        Release(OrtFunction.ReleaseStatus, status);
        throw new PeerException($"ONNX Runtime: {message}");
    }

    /// <summary>Releases an object.</summary>
    /// <param name="function">The function for its kind.</param>
    /// <param name="handle">The object; none for 0.</param>
    public void Release(OrtFunction function, nint handle)
    {
        if (handle != 0)
        {
            ((delegate* unmanaged<nint, void>)this[function])(handle);
        }
    }
}
