using System;
using System.IO;
using CnnCompiler.Checkpoints;

namespace CnnCompiler;

public abstract unsafe partial class Network
{
    /// <summary>
    /// Writes all parameters and running statistics as a safetensors file: 32-bit floats, PyTorch's layouts, the names of <see cref="Parameter.Name"/>.
    /// The file is written beside its target and renamed, so an older checkpoint stays intact when anything fails.
    /// </summary>
    /// <remarks>Weights that another instance changes meanwhile (<see cref="Share"/>) are written half old, half new: save from the instance that trains.</remarks>
    /// <param name="path">The file, replaced if it exists; its directory must exist.</param>
    /// <exception cref="CheckpointException">The file cannot be written; the inner exception is the cause.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside a call of this instance.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        EnterWithoutPool();
        try
        {
            CheckpointFile.Replace(path, stream => CheckpointTensors.Write(this, stream));
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Writes all parameters and running statistics in the safetensors format to a stream, which stays open.</summary>
    /// <param name="stream">A writable stream.</param>
    /// <exception cref="InvalidOperationException">Another thread is inside a call of this instance.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        EnterWithoutPool();
        try
        {
            CheckpointTensors.Write(this, stream);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>
    /// Reads all parameters and running statistics from a safetensors file, whose set of tensors must be exactly that of this network
    /// (<c>num_batches_tracked</c>, which PyTorch writes, is ignored). When it fails, nothing is changed.
    /// </summary>
    /// <remarks>
    /// Instances that share the weights (<see cref="Share"/>) see the new ones at once; one that is inside a call computes with some old and some new values. To exchange the weights
    /// of a service that goes on predicting, load into a new instance and replace the old one.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="CheckpointException">The file is missing, unreadable, malformed, truncated, or of another network. Names the tensor, expected and found shape.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside a call of this instance.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        EnterWithoutPool();
        try
        {
            CheckpointFile.Read(path, stream => CheckpointTensors.Read(this, stream, path));
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Reads all parameters and running statistics from a stream in the safetensors format, up to its end. When it fails, nothing is changed.</summary>
    /// <param name="stream">A readable stream; it need not seek.</param>
    /// <exception cref="CheckpointException">The data is malformed, truncated, or of another network. Names the tensor, expected and found shape.</exception>
    /// <exception cref="InvalidOperationException">Another thread is inside a call of this instance.</exception>
    /// <exception cref="ObjectDisposedException">The network is disposed.</exception>
    public void Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        EnterWithoutPool();
        try
        {
            CheckpointTensors.Read(this, stream, (stream as FileStream)?.Name ?? "the stream");
        }
        finally
        {
            Leave();
        }
    }
}
