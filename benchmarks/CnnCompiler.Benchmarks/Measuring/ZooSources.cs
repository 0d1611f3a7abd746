using System;
using System.IO;
using System.Linq;

namespace CnnCompiler.Benchmarks.Measuring;

/// <summary>The sources of the Zoo, which are resources of this assembly.</summary>
internal static class ZooSources
{
    private const string Prefix = "Zoo/", Blocks = "/Blocks/";

    /// <summary>Every network and every block.</summary>
    public static string[] All { get; } =
        Array.FindAll(typeof(ZooSources).Assembly.GetManifestResourceNames(), name => name.Replace('\\', '/').StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>A network, and the blocks of all networks, which cost nothing where they are not used.</summary>
    /// <param name="network">The name of its class.</param>
    public static string[] Of(string network) =>
        [.. All.Where(name => name.Replace('\\', '/').Contains(Blocks, StringComparison.Ordinal) || Path.GetFileNameWithoutExtension(name) == network)];
}
