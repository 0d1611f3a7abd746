using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>What one attribute of a path does to the graph.</summary>
/// <param name="Header">What every layer attribute has.</param>
internal abstract record PathStep(LayerHeader Header)
{
    /// <summary>Adds nodes and gives the node that the path goes on from, or null after reporting.</summary>
    /// <param name="walk">The path so far.</param>
    /// <param name="current">The node that the path has come to.</param>
    public abstract int? Expand(PathWalk walk, int current);
}
