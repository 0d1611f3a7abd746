using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A chain of reference layers with a loss: the twin of a generated network, written from the same list.</summary>
public sealed class ReferenceNetwork
{
    private readonly LayerReference[] _layers;

    /// <summary>Builds the chain and names its parameters as checkpoints do.</summary>
    /// <param name="name">The class name.</param>
    /// <param name="input">The shape of one sample.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="layers">The layers in order.</param>
    public ReferenceNetwork(string name, MapShape input, LossReference loss, params LayerReference[] layers)
    {
        (Name, Input, Loss, _layers) = (name, input, loss, layers);
        MapShape shape = input;
        foreach (LayerReference layer in layers)
        {
            layer.Bind(shape);
            shape = layer.Output;
            if (shape.Height < 1 || shape.Width < 1)
                throw new ArgumentException($"{name}: {layer.Attribute} on {layer.Input} gives {shape}.", nameof(layers));
        }

        Parameters = ReferencePath.Named(layers).ToDictionary(named => named.Name, named => named.Parameter);
        HashSet<ReferenceParameter> frozen = [.. ReferencePath.All(layers).Where(layer => layer.Frozen).SelectMany(layer => layer.Parameters)];
        FrozenNames.UnionWith(Parameters.Where(pair => frozen.Contains(pair.Value)).Select(pair => pair.Key));
        Output = shape;
    }

    /// <summary>The class name.</summary>
    public string Name { get; }

    /// <summary>The shape of one sample.</summary>
    public MapShape Input { get; }

    /// <summary>The shape of one output.</summary>
    public MapShape Output { get; }

    /// <summary>The loss.</summary>
    public LossReference Loss { get; }

    /// <summary>Parameters and running statistics by checkpoint name.</summary>
    public IReadOnlyDictionary<string, ReferenceParameter> Parameters { get; }

    /// <summary>Names of parameters that are not trained.</summary>
    public HashSet<string> FrozenNames { get; } = [];

    /// <summary>The distance of the last pass to the nearest kink or tie.</summary>
    public double Margin => _layers.Min(layer => layer.Margin);

    /// <summary>The class as C#, without usings.</summary>
    public string Source =>
        $"[Network({string.Join(", ", Input.Dimensions())}{(IsFullyUnrolled ? ", Unroll = Unroll.Full" : "")}{(HasBFloat16Weights ? ", Weights = WeightFormat.BFloat16" : "")})]\n" +
        string.Concat(_layers.Select(layer => $"[{layer.Attribute}]\n")) +
        $"[{Loss.Attribute}]\npublic partial class {Name}\n{{\n{string.Concat(_layers.SelectMany(layer => layer.Paths).Select(path => path.Source))}}}\n";

    /// <summary>Whether the generated class is asked to unroll all of its small windows.</summary>
    public bool IsFullyUnrolled { get; init; }

    /// <summary>Whether predictions read dense weights as bfloat16.</summary>
    public bool HasBFloat16Weights
    {
        get;
        init
        {
            field = value;
            foreach (DenseReference dense in ReferencePath.All(_layers).OfType<DenseReference>())
                dense.RoundsWeights = value;
        }
    }

    /// <summary>Products of one sample, roughly.</summary>
    public long Work => _layers.Sum(layer => layer.Work);

    private bool IsFused => _layers.Length > 0 && _layers[^1].Kind == Loss.FusedAfter;

    /// <summary>A file of several networks.</summary>
    /// <param name="networks">The networks.</param>
    public static string File(IEnumerable<ReferenceNetwork> networks) =>
        "using CnnCompiler;\n\nnamespace Cases;\n\n" + string.Join("\n", networks.Select(network => network.Source));

    /// <summary>What <see cref="Network.Predict"/> has to give.</summary>
    /// <param name="x">N x input.</param>
    public double[] Predict(double[] x) => _layers.Aggregate(x, (value, layer) => layer.Forward(value, x.Length / Input.Size, training: false));

    /// <summary>The loss in training mode; running statistics change.</summary>
    /// <param name="x">N x input.</param>
    /// <param name="labels">One per sample and position, for losses that take labels.</param>
    /// <param name="targets">One per output value, for the others.</param>
    public double LossOf(double[] x, int[]? labels, double[]? targets) => Forward(x, labels, targets).Loss;

    /// <summary>The loss and the gradient by the input in training mode; gradients of parameters are in <see cref="Parameters"/>.</summary>
    /// <param name="x">N x input.</param>
    /// <param name="labels">One per sample and position, for losses that take labels.</param>
    /// <param name="targets">One per output value, for the others.</param>
    public (double Loss, double[] InputGradient) Gradient(double[] x, int[]? labels, double[]? targets)
    {
        (double loss, double[] gradient) = Forward(x, labels, targets);
        for (int i = _layers.Length - (IsFused ? 2 : 1); i >= 0; i--)
            gradient = _layers[i].Backward(gradient);
        return (loss, gradient);
    }

    /// <summary>Gives parameters random values that are exact as <see langword="float"/>, of a size that keeps activations near 1.</summary>
    /// <param name="random">The source of values.</param>
    public void Randomize(RandomValues random)
    {
        foreach ((string name, ReferenceParameter parameter) in Parameters)
        {
            string last = name[(name.LastIndexOf('.') + 1)..];
            for (int i = 0; i < parameter.Value.Length; i++)
            {
                parameter.Value[i] = last switch
                {
                    "running_var" => (float)(0.5 + random.Uniform()),
                    "weight_g" => (float)(1 + (0.3 * random.Normal())),
                    "weight" when parameter.Shape.Length == 1 => (float)(1 + (0.3 * random.Normal())),
                    "weight" => (float)(random.Normal() * Math.Sqrt(1.5 / parameter.FanIn)),
                    _ => (float)(0.3 * random.Normal()),
                };
                if (parameter.Connected?.Invoke(i) == false)
                    parameter.Value[i] = 0;
            }
        }
    }

    private (double Loss, double[] Gradient) Forward(double[] x, int[]? labels, double[]? targets)
    {
        int batch = x.Length / Input.Size, count = _layers.Length - (IsFused ? 1 : 0);
        double[] value = x;
        for (int i = 0; i < count; i++)
            value = _layers[i].Forward(value, batch, training: true);
        (double loss, double[] gradient) = Loss.Evaluate(value, Output, labels, targets);
        return (loss + ReferencePath.All(_layers).OfType<AuxiliaryReference>().Sum(head => head.Evaluate(Loss, labels, targets)), gradient);
    }
}
