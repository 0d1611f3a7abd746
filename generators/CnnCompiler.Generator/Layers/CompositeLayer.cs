using System;
using System.Collections.Generic;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Layers;

/// <summary>A layer that is a short name for a chain of others: it becomes their nodes in the graph, and nothing behind expansion sees it.</summary>
internal abstract record CompositeLayer(LayerHeader Header) : Layer(Header)
{
    /// <summary>The layers in order, with the segments that they add to the layer's checkpoint name.</summary>
    public abstract IReadOnlyList<(string Name, Layer Layer)> Parts { get; }

    public sealed override Shape? Infer(ShapeContext context) => throw NotExpanded();

    public sealed override void Forward(OperationContext context) => throw NotExpanded();

    public sealed override void Backward(OperationContext context) => throw NotExpanded();

    private InvalidOperationException NotExpanded() => new($"{Header.Text} is in the graph, expected its parts.");
}
