using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Parsing;

/// <summary>Where attributes are read: in which path, reached by which uses, with which values of parameters.</summary>
/// <param name="Parameters">Values of parameters.</param>
/// <param name="Origin">The path, and the uses that lead to it.</param>
/// <param name="Frozen">Whether an attribute around it freezes all layers.</param>
internal sealed record ReadScope(ParameterScope Parameters, LayerOrigin Origin, bool Frozen)
{
    /// <summary>The network's own class.</summary>
    public static readonly ReadScope Network = new(ParameterScope.Empty, LayerOrigin.Network, false);
}
