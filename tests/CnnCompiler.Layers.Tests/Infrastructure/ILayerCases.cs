using System.Collections.Generic;

namespace CnnCompiler.Layers.Tests.Infrastructure;

/// <summary>A list of networks that are compiled together.</summary>
public interface ILayerCases
{
    /// <summary>The networks with their batches.</summary>
    static abstract IEnumerable<LayerCase> Cases { get; }
}
