using System;
using System.IO;

namespace CnnCompiler.Checkpoints;

/// <summary>A checkpoint cannot be read or written. The message names the file, the tensor, what was expected and what was found.</summary>
public sealed class CheckpointException : IOException
{
    /// <summary>An exception without a message of its own.</summary>
    public CheckpointException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What is wrong, with names.</param>
    public CheckpointException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What is wrong, with names.</param>
    /// <param name="innerException">The cause.</param>
    public CheckpointException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
