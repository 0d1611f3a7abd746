using Xunit;

namespace CnnCompiler.Tests;

/// <summary>Tests that measure the process: no others run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
