using System;
using System.IO;

namespace CnnCompiler.Tests;

/// <summary>Takes the right to write in a directory away, and gives it back.</summary>
internal sealed class ReadOnlyMode : IDisposable
{
    private readonly string _directory;
    private readonly UnixFileMode _mode;

    public ReadOnlyMode(string directory)
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("Directories of Windows have no mode.");
        _directory = directory;
        _mode = File.GetUnixFileMode(directory);
        File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_directory, _mode);
    }
}
