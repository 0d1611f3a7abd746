using System;
using System.Linq;

namespace CnnCompiler.Benchmarks.Networks;

/// <summary>The networks that <c>time</c> knows.</summary>
internal static class NetworkCatalog
{
    private static readonly NetworkEntry[] _entries =
    [
        new("lenet5", options => new Samples.LeNet5(options)),
    ];

    /// <summary>All names.</summary>
    public static string[] Names => [.. _entries.Select(entry => entry.Name)];

    /// <summary>Makes an instance of a network in this list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">Its options.</param>
    public static Network Create(string name, NetworkOptions options) => _entries.Single(entry => entry.Name == name).Create(options);
}
