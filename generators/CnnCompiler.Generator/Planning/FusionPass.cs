using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Add;
using CnnCompiler.Generator.Layers.BatchNorm;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>
/// Groups layers into operations: an activation joins the operation that produces its input, a batch normalisation joins a convolution or
/// dense layer when predicting, a sum joins the operation that computes its last operand, a pool joins the convolution before it when predicting, layers that change
/// nothing vanish.
/// </summary>
internal sealed class FusionPass
{
    private readonly GraphFacts _facts;
    private readonly TypedGraph _graph;
    private readonly bool _training;
    private readonly Value?[] _values;

    private FusionPass(GraphFacts facts, bool training)
    {
        (_facts, _graph, _training) = (facts, facts.Graph, training);
        _values = new Value?[_graph.Graph.Nodes.Count];
        Input = new Value("input", _graph.Graph.Input);
    }

    /// <summary>The network's input.</summary>
    public Value Input { get; }

    public List<Operation> Operations { get; } = [];

    /// <param name="facts">The network.</param>
    /// <param name="training">Whether the pass trains.</param>
    public static FusionPass Run(GraphFacts facts, bool training)
    {
        var pass = new FusionPass(facts, training);
        bool[] needed = facts.Needed(training);
        for (int node = 0; node < needed.Length; node++)
        {
            pass._values[node] = needed[node] ? pass.Add(node) : null;
        }

        return pass;
    }

    /// <summary>What a node gives; the network's input for -1.</summary>
    public Value ValueOf(int node) => node < 0 ? Input : _values[node]!;

    private Value Add(int index)
    {
        Node node = _graph.Graph.Nodes[index];
        Value input = ValueOf(node.Inputs[0]);
        if (node.Layer.IsIdentity(_training) || _facts.IsElided(index))
        {
            return input;
        }

        string method = "";
        if (node.Inputs.Count == 1 && input.Producer is { } producer && IsOnlySeenBy(index, producer))
        {
            if (node.Layer.Activation is { } activation && producer.Activation.IsNone)
            {
                producer.Activation = activation;
                return Extend(producer, index);
            }

            if (!_training && node.Layer is BatchNormLayer && producer.Layer.TakesGain && producer is { FoldedNorm: null, Addend: null, Pool: null, Activation.IsNone: true })
            {
                producer.FoldedNorm = index;
                return Extend(producer, index);
            }

            if (TakePool(index, producer, out method))
            {
                return Extend(producer, index);
            }
        }

        IReadOnlyList<Value> inputs = [.. node.Inputs.Select(ValueOf)];
        if (node.Layer is AddLayer)
        {
            inputs = TakeSum(index, inputs);
            if (inputs.Count == 1)
            {
                return Extend(inputs[0].Producer!, index);
            }
        }

        var operation = new Operation(index, node.Layer, node.Name, inputs) { Activation = node.Layer.Activation ?? Activation.None, Method = method };
        operation.Output = new Value(node.Name, _graph.Shapes[index])
        {
            Producer = operation,
            HasTrainable = inputs.Any(value => value.HasTrainable)
                || (!node.Layer.Header.Frozen && node.Layer.Parameters(_graph.InputOf(index), _graph.Shapes[index]).Any(q => !q.IsBuffer)),
        };
        operation.Title = string.Format(CultureInfo.InvariantCulture, "{0} {1}", index + 1, node.Layer.Header.Text);
        operation.Last = index;
        foreach (Value value in inputs)
        {
            value.Readers.Add(operation);
        }

        operation.Index = Operations.Count;
        Operations.Add(operation);
        return operation.Output;
    }

    // The producer's output becomes that of the pool; what the pool reads has no memory any more.
    private bool TakePool(int index, Operation producer, out string method)
    {
        Shape input = _graph.InputOf(index), output = _graph.Shapes[index];
        method = "";
        if (_training || producer is not { Pool: null, Addend: null } || producer.Output.Shape != input || _graph.Graph.Nodes[index].Layer.Pool(input) is not { } pool
            || producer.Layer.TakesPool(_graph.InputOf(producer.Node), input, pool.Window, output, _facts.ReadsPlanar(producer.Node), _graph.Graph.FullUnroll) is not { } choice)
        {
            return false;
        }

        method = choice.Reason;
        if (choice.IsFused)
        {
            producer.Pool = new FusedPool(pool, input, producer.Activation, choice.Parts);
            producer.Method = choice.Reason;
            producer.Activation = Activation.None;
            producer.Output = new Value(_graph.Graph.Nodes[index].Name, output) { Producer = producer, HasTrainable = producer.Output.HasTrainable };
        }

        return choice.IsFused;
    }

    // In the order of computation, each operand's producer adds the sum of those before, as long as it can. What is left to add.
    private IReadOnlyList<Value> TakeSum(int index, IReadOnlyList<Value> inputs)
    {
        List<(Value Value, int Position)> left = inputs.Select((value, position) => (value, position)).OrderBy(operand => Order(operand.value)).ToList();
        while (left.Count > 1 && left[1].Value.Producer is { } producer && left[0].Value != left[1].Value && producer.Layer.TakesAddend
            && producer is { Activation.IsNone: true, Addend: null, Pool: null } && IsOnlySeenBy(index, producer, left[1].Position))
        {
            Value sum = left[0].Value;
            producer.Addend = sum;
            producer.Output.HasTrainable |= sum.HasTrainable;
            sum.Readers.Add(producer);
            left.RemoveAt(0);
        }

        return left.Count == inputs.Count ? inputs : left.Select(operand => operand.Value).ToList();
    }

    private static int Order(Value value) => value.Producer?.Index ?? -1;

    // The producer may take a layer over if nobody else sees its result as it is now, under any of the names that vanished layers gave it.
    private bool IsOnlySeenBy(int index, Operation producer, int position = 0)
    {
        int source = _graph.Graph.Nodes[index].Inputs[position];
        while (source >= 0 && _facts.HasSoleReader(source))
        {
            if (source == producer.Last)
            {
                return true;
            }

            source = _graph.Graph.Nodes[source].Inputs[0];
        }

        return false;
    }

    private Value Extend(Operation operation, int node)
    {
        operation.Title += string.Format(CultureInfo.InvariantCulture, ", {0} {1}", node + 1, _graph.Graph.Nodes[node].Layer.Header.Text);
        operation.Last = node;
        return operation.Output;
    }
}
