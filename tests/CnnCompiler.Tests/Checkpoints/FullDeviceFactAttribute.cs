using System;
using System.IO;
using Xunit;

namespace CnnCompiler.Tests;

/// <summary>A test that writes to a device without space; skipped, and said so, where the system has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullDeviceFactAttribute : FactAttribute
{
    public const string Path = "/dev/full";

    public FullDeviceFactAttribute()
    {
        if (!File.Exists(Path))
            Skip = $"This system has no {Path}.";
    }
}
