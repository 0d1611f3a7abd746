using System.ComponentModel;
using System.Diagnostics;

namespace CnnCompiler.Benchmarks.Peers;

/// <summary>Processes of the peers.</summary>
internal static class PeerProcess
{
    /// <summary>Starts one.</summary>
    /// <param name="start">The program and its arguments.</param>
    /// <exception cref="PeerException">The program is not there.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new PeerException($"{start.FileName} cannot be started ({cause.Message}): {PeerFiles.Remedy}", cause);
        }
    }
}
