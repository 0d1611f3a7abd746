using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>A tensor between operations, with the gradient by it.</summary>
internal sealed class Value(string name, Shape shape)
{
    public string Name { get; } = name;

    public Shape Shape { get; } = shape;

    /// <summary>What computes it; null for the network's input.</summary>
    public Operation? Producer { get; set; }

    public List<Operation> Readers { get; } = [];

    /// <summary>Its memory, once layouts and halos are known.</summary>
    public Tensor Tensor { get; set; } = null!;

    /// <summary>
    /// The gradient by it, or, where its producer applies an activation, by the activation's argument: readers multiply the derivative in.
    /// </summary>
    public Tensor? Gradient { get; set; }

    /// <summary>Whether some reader has stored its share of the gradient; the next one adds.</summary>
    public bool GradientStarted { get; set; }

    /// <summary>Whether a trainable parameter lies upstream, so that every training step needs the gradient.</summary>
    public bool HasTrainable { get; set; }

    public Activation Activation => Producer?.Activation ?? Activation.None;
}

/// <summary>A layer with what is fused into it.</summary>
internal sealed class Operation(int node, Layer layer, string name, IReadOnlyList<Value> inputs)
{
    /// <summary>The node in the graph.</summary>
    public int Node { get; } = node;

    public Layer Layer { get; } = layer;

    /// <summary>The checkpoint name of the layer.</summary>
    public string Name { get; } = name;

    /// <summary>What it reads; the same value may stand there twice.</summary>
    public IReadOnlyList<Value> Inputs { get; } = inputs;

    /// <summary>The first input, for most layers the only one.</summary>
    public Value Input => Inputs[0];

    public Value Output { get; set; } = null!;

    /// <summary>The activation that its kernel applies before it stores.</summary>
    public Activation Activation { get; set; }

    /// <summary>The node of a batch normalisation whose gain and shift its kernel applies (prediction).</summary>
    public int? FoldedNorm { get; set; }

    /// <summary>The last node that is fused into it, whose result its kernel stores.</summary>
    public int Last { get; set; } = node;

    /// <summary>The layers as a comment names them: <c>1-2 Conv(6, 5), Relu</c>.</summary>
    public string Title { get; set; } = "";

    /// <summary>Tensors that its forward kernels leave to its backward ones.</summary>
    public Dictionary<string, Tensor> Kept { get; } = new(System.StringComparer.Ordinal);
}
