using System;

namespace CnnCompiler.Benchmarks.Networks;

/// <summary>A network that can be timed.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="ClassName">Its class in the Zoo.</param>
/// <param name="Create">Makes an instance.</param>
internal sealed record NetworkEntry(string Name, string ClassName, Func<NetworkOptions, Network> Create);
