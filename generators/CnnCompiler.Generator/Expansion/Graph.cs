using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Expansion;

/// <summary>A layer in the graph. Node -1 is the network's input.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">The nodes that it reads.</param>
/// <param name="Name">Its checkpoint name with the prefix of its path: <c>conv1</c>, <c>basicblock2.main.conv1</c>.</param>
internal sealed record Node(Layer Layer, EquatableArray<int> Inputs, string Name);

/// <summary>A classifier on the side, for training only.</summary>
/// <param name="Node">Its output.</param>
/// <param name="Weight">Factor of its loss.</param>
/// <param name="Header">The attribute that asks for it.</param>
internal sealed record Head(int Node, double Weight, LayerHeader Header);

/// <summary>A network after expansion of blocks: nodes in the order of computation.</summary>
/// <param name="Input">The shape of one sample.</param>
/// <param name="Nodes">The layers.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Output">The node whose output is the network's.</param>
/// <param name="Heads">Further outputs that the loss is taken of.</param>
/// <param name="FullUnroll">Whether window and channel loops of small convolutions are unrolled too.</param>
/// <param name="BFloat16Weights">Whether predictions read dense weights as bfloat16.</param>
internal sealed record Graph(
    Shape Input, EquatableArray<Node> Nodes, Loss Loss, int Output, EquatableArray<Head> Heads, bool FullUnroll = false, bool BFloat16Weights = false)
{
    /// <summary>The node whose output the loss takes: a last activation that the loss applies itself is left out.</summary>
    public int LossInput(int node) => node >= 0 && Loss.Applies(Nodes[node].Layer) ? Nodes[node].Inputs[0] : node;
}

/// <summary>A graph whose shapes fit.</summary>
/// <param name="Graph">The nodes.</param>
/// <param name="Shapes">The output shape of each node.</param>
internal sealed record TypedGraph(Graph Graph, EquatableArray<Shape> Shapes)
{
    public Shape Output => ShapeOf(Graph.Output);

    /// <summary>The shape of a node's output, or of the network's input for -1.</summary>
    public Shape ShapeOf(int node) => node < 0 ? Graph.Input : Shapes[node];

    public Shape InputOf(int node) => ShapeOf(Graph.Nodes[node].Inputs[0]);
}
