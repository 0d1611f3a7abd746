using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Planning;

/// <summary>A layer with what is fused into it.</summary>
internal sealed class Operation(int node, Layer layer, string name, IReadOnlyList<Value> inputs)
{
    /// <summary>Its place in the order of computation.</summary>
    public int Index { get; set; }

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

    /// <summary>What its kernel adds before the activation: the other operand of a sum that it took over. It is no input of the layer.</summary>
    public Value? Addend { get; set; }

    /// <summary>The node of a batch normalisation whose gain and shift its kernel applies (prediction).</summary>
    public int? FoldedNorm { get; set; }

    /// <summary>The pool that its kernel computes from its rows, and whose result its output is (prediction).</summary>
    public FusedPool? Pool { get; set; }

    /// <summary>
    /// The maximum that alone reads the output, where backward kernels go from winner to winner, the pixels that won its windows: then the gradient by the output
    /// has no memory (training).
    /// </summary>
    public WinnerPool? Maximum { get; set; }

    /// <summary>The index of the tap that won each window, which a maximum keeps for the backward pass.</summary>
    public Tensor? Switches { get; set; }

    /// <summary>How its kernels compute it and why so, where layers were to be fused or not.</summary>
    public string Method { get; set; } = "";

    /// <summary>The last node that is fused into it, whose result its kernel stores.</summary>
    public int Last { get; set; } = node;

    /// <summary>The layers as a comment names them: <c>1-2 Conv(6, 5), Relu</c>.</summary>
    public string Title { get; set; } = "";

    /// <summary>Tensors that its forward kernels leave to its backward ones.</summary>
    public Dictionary<string, Tensor> Kept { get; } = new(System.StringComparer.Ordinal);
}
