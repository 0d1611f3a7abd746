using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion;

/// <summary>A tensor that has a name: what <c>Save</c> remembers, or a running sum.</summary>
internal sealed class SavedTensor(LayerHeader header, int node)
{
    /// <summary>The attribute that named it.</summary>
    public LayerHeader Header { get; } = header;

    public int Node { get; set; } = node;

    /// <summary>Whether something reads it.</summary>
    public bool IsRead { get; set; }
}
