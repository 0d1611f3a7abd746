using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.BatchNorm;

namespace CnnCompiler.Generator.Planning;

/// <summary>
/// Groups layers into operations: an activation joins the operation that produces its input, a batch normalisation joins a convolution or
/// dense layer when predicting, layers that change nothing vanish.
/// </summary>
internal sealed class FusionPass
{
    private readonly GraphFacts _facts;
    private readonly TypedGraph _graph;
    private readonly bool _training;
    private readonly Value[] _values;

    private FusionPass(GraphFacts facts, bool training, int nodes)
    {
        (_facts, _graph, _training) = (facts, facts.Graph, training);
        _values = new Value[nodes];
        Input = new Value("input", _graph.Graph.Input);
        Output = Input;
    }

    /// <summary>The network's input.</summary>
    public Value Input { get; }

    /// <summary>The network's output; while training, what the loss takes.</summary>
    public Value Output { get; private set; }

    public List<Operation> Operations { get; } = [];

    /// <param name="facts">The network.</param>
    /// <param name="training">Whether the pass trains.</param>
    /// <param name="nodes">Nodes to take: all, or without a last activation that the loss applies itself.</param>
    public static FusionPass Run(GraphFacts facts, bool training, int nodes)
    {
        var pass = new FusionPass(facts, training, nodes);
        for (int node = 0; node < nodes; node++)
        {
            pass._values[node] = pass.Add(node);
        }

        pass.Output = nodes == 0 ? pass.Input : pass._values[nodes - 1];
        return pass;
    }

    private Value Add(int index)
    {
        Node node = _graph.Graph.Nodes[index];
        int source = node.Inputs[0];
        Value input = source < 0 ? Input : _values[source];
        if (node.Layer.IsIdentity(_training) || _facts.IsElided(index))
        {
            return input;
        }

        // The producer may take the layer over if nobody else sees its result as it is now.
        Operation? producer = source >= 0 && _facts.Readers(source).Count == 1 && input.Producer is { } p && p.Output == input && input.Readers.Count == 0 ? p : null;
        if (producer is not null && producer.Activation.IsNone)
        {
            if (node.Layer.Activation is { } activation)
            {
                producer.Activation = activation;
                Extend(producer, index);
                return producer.Output;
            }

            if (!_training && node.Layer is BatchNormLayer && producer.Layer.TakesGain && producer.FoldedNorm is null)
            {
                producer.FoldedNorm = index;
                Extend(producer, index);
                return producer.Output;
            }
        }

        var operation = new Operation(index, node.Layer, node.Name, input) { Activation = node.Layer.Activation ?? Activation.None };
        operation.Output = new Value(node.Name, _graph.Shapes[index])
        {
            Producer = operation,
            HasTrainable = input.HasTrainable || (!node.Layer.Header.Frozen && node.Layer.Parameters(_graph.InputOf(index), _graph.Shapes[index]).Any(q => !q.IsBuffer)),
        };
        operation.Title = string.Format(CultureInfo.InvariantCulture, "{0} {1}", index + 1, node.Layer.Header.Text);
        input.Readers.Add(operation);
        Operations.Add(operation);
        return operation.Output;
    }

    private void Extend(Operation operation, int node) => operation.Title += string.Format(
        CultureInfo.InvariantCulture, ", {0} {1}", node + 1, _graph.Graph.Nodes[node].Layer.Header.Text);
}
