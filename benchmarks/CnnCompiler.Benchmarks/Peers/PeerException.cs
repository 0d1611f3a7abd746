using System;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>A peer is not installed, cannot be started, or failed.</summary>
/// <param name="message">What happened, and what helps.</param>
/// <param name="cause">The cause, if it is another exception.</param>
internal sealed class PeerException(string message, Exception? cause = null) : Exception(message, cause);
