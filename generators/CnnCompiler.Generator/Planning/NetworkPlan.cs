using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>Everything that is decided about a network before text is written.</summary>
internal sealed class NetworkPlan
{
    // Activations of a chunk of this size stay in the second-level cache; at least so many samples that dense weights are read for several.
    private const long ChunkFloats = 1 << 18;
    private const int SmallestChunk = 16, LargestChunk = 64;

    public NetworkPlan(string name, TypedGraph graph)
    {
        (Name, Graph) = (name, graph);
        var facts = new GraphFacts(graph);
        Parameters = new ParameterPlan(facts);
        Predict = PassPlan.Predict(facts, Parameters);
        Gradient = PassPlan.Gradient(facts, Parameters);
        Layers = LayerTable.Of(facts);
        PredictChunk = (int)Math.Max(SmallestChunk, Math.Min(LargestChunk, ChunkFloats / Math.Max(1, Predict.ValueFloats)));
        GradientChunk = Gradient.TakesParts ? GradientParts.Chunk(Gradient.ValueFloats) : 0;
    }

    public string Name { get; }

    public TypedGraph Graph { get; }

    public ParameterPlan Parameters { get; }

    public PassPlan Predict { get; }

    public PassPlan Gradient { get; }

    /// <summary>What each layer costs.</summary>
    public IReadOnlyList<LayerCosts> Layers { get; }

    /// <summary>Samples that prediction takes through all layers at a time.</summary>
    public int PredictChunk { get; }

    /// <summary>Samples that a gradient takes through all layers, forward and backward, at a time; 0 for all of the batch.</summary>
    public int GradientChunk { get; }

    public long ParameterCount => Layers.Sum(layer => layer.Parameters);

    /// <summary>Of one prediction.</summary>
    public long Macs => Layers.Where(layer => layer.IsPredicted).Sum(layer => layer.Macs);

    public long PredictBytes => 4 * (Parameters.ParameterFloats + Parameters.BufferFloats + Predict.PreparedFloats + Predict.ValueFloats + Predict.ScratchFloats + Predict.WorkspaceFloats);

    // A gradient also holds one loss in double precision for each sample.
    public long GradientBytes => PredictBytes + (4 * (Parameters.TrainableFloats + Gradient.PreparedFloats + Gradient.ValueFloats + Gradient.ScratchFloats + Gradient.WorkspaceFloats)) + sizeof(double);
}
