using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>A class with layers that a branch follows; without layers the identity.</summary>
/// <param name="name">The class name.</param>
/// <param name="layers">The layers in order.</param>
public sealed class ReferencePath(string name, params LayerReference[] layers)
{
    private readonly LayerReference[] _layers = layers;

    /// <summary>The class name.</summary>
    public string Name { get; } = name;

    /// <summary>The shape of the output; set by <see cref="Bind"/>.</summary>
    public MapShape Output { get; private set; }

    /// <summary>The distance of the last pass to the nearest kink or tie.</summary>
    public double Margin => _layers.Select(layer => layer.Margin).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>The class as C#.</summary>
    public string Source => string.Concat(_layers.Select(layer => $"[{layer.Attribute}]\n"))
        + $"class {Name}\n{{\n{string.Concat(_layers.SelectMany(layer => layer.Paths).Select(path => path.Source))}}}\n";

    /// <summary>Parameters by their names inside the path.</summary>
    public IEnumerable<(string Name, ReferenceParameter Parameter)> Parameters => Named(_layers);

    /// <summary>Layers with those inside their paths.</summary>
    /// <param name="layers">The layers.</param>
    public static IEnumerable<LayerReference> All(IEnumerable<LayerReference> layers) =>
        layers.SelectMany(layer => layer.Paths.SelectMany(path => All(path._layers)).Prepend(layer));

    /// <summary>Parameters of a chain by their checkpoint names.</summary>
    /// <param name="layers">The layers in order, bound.</param>
    public static IEnumerable<(string Name, ReferenceParameter Parameter)> Named(IEnumerable<LayerReference> layers)
    {
        var counts = new Dictionary<string, int>();
        foreach (LayerReference layer in layers)
        {
            foreach (ReferencePath path in layer.Paths)
            {
                foreach ((string inner, ReferenceParameter parameter) in path.Parameters)
                    yield return (path.Name.ToLowerInvariant() + "." + inner, parameter);
            }

            counts[layer.Kind] = counts.GetValueOrDefault(layer.Kind) + 1;
            string segment = layer.Name ?? layer.Kind.ToLowerInvariant() + counts[layer.Kind].ToString(CultureInfo.InvariantCulture);
            foreach (ReferenceParameter parameter in layer.Paths.Count > 0 ? [] : layer.Parameters)
                yield return (segment + "." + parameter.Name, parameter);
        }
    }

    /// <summary>Sets the shapes.</summary>
    /// <param name="input">The shape of one sample.</param>
    public void Bind(MapShape input)
    {
        Output = input;
        foreach (LayerReference layer in _layers)
        {
            layer.Bind(Output);
            Output = layer.Output;
        }
    }

    /// <summary>The output of a batch.</summary>
    /// <param name="x">The input.</param>
    /// <param name="batch">Samples.</param>
    /// <param name="training">Training mode.</param>
    public double[] Forward(double[] x, int batch, bool training) => _layers.Aggregate(x, (value, layer) => layer.Forward(value, batch, training));

    /// <summary>The gradient by the input of the last forward pass.</summary>
    /// <param name="dy">The gradient by the output.</param>
    public double[] Backward(double[] dy) => Enumerable.Reverse(_layers).Aggregate(dy, (gradient, layer) => layer.Backward(gradient));
}
