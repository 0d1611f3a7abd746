using System;
using System.IO;
using Xunit;

namespace CnnCompiler.Tests;

/// <summary>A test that needs read-only directories to be read-only; skipped, and said so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReadOnlyDirectoryFactAttribute : FactAttribute
{
    public ReadOnlyDirectoryFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Directories of Windows have no mode.";
        else if (CanWriteAnywhere())
            Skip = "This user (root) may write to read-only directories.";
    }

    private static bool CanWriteAnywhere()
    {
        using var directory = new TemporaryDirectory();
        using var readOnly = new ReadOnlyMode(directory.Path);
        try
        {
            File.WriteAllText(directory.File("probe"), "");
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
