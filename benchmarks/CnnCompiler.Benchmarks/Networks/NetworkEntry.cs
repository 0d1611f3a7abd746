using System;

namespace CnnCompiler.Benchmarks.Networks;

/// <summary>A network that can be timed.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Create">Makes an instance.</param>
internal sealed record NetworkEntry(string Name, Func<NetworkOptions, Network> Create);
