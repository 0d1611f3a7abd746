using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Testing.Reference;

/// <summary>
/// A layer as naive loops in double precision, in the order C, H, W of each sample. It writes its own attribute too, so that a
/// network under test and its reference come from one description.
/// </summary>
public abstract class LayerReference
{
    /// <summary>The attribute's name without suffix: <c>Conv</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The checkpoint name, where the attribute sets one.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the layer's parameters are not trained.</summary>
    public bool Frozen { get; init; }

    /// <summary>The shape of the input; set by <see cref="Bind"/>.</summary>
    public MapShape Input { get; private set; }

    /// <summary>The shape of the output; set by <see cref="Bind"/>.</summary>
    public MapShape Output { get; private set; }

    /// <summary>Parameters and running statistics in the order of checkpoints.</summary>
    public IReadOnlyList<ReferenceParameter> Parameters { get; private set; } = [];

    /// <summary>The paths of a branch; none for layers.</summary>
    public virtual IReadOnlyList<ReferencePath> Paths => [];

    /// <summary>
    /// The distance of the last forward pass to the nearest kink or tie, at which a float kernel may rightly decide otherwise. Exact ties do not count.
    /// </summary>
    public double Margin { get; protected set; } = double.PositiveInfinity;

    /// <summary>Products of one sample, roughly.</summary>
    public long Work => Parameters.Count == 0 ? Output.Size : (long)Output.Size * Parameters[0].FanIn;

    /// <summary>The layer as an attribute: <c>Conv(6, 5, Padding = 2)</c>.</summary>
    public string Attribute => AttributeText.Write(Kind, Arguments, [.. Options, ("Name", Name, null), ("Frozen", Frozen, false)]);

    /// <summary>Positional arguments of the attribute.</summary>
    protected virtual object[] Arguments => [];

    /// <summary>Named arguments with their defaults, which are not written.</summary>
    protected virtual IEnumerable<(string Name, object? Value, object? Default)> Options => [];

    /// <summary>Sets the shapes and creates parameters that are zero.</summary>
    /// <param name="input">The shape of one sample.</param>
    public void Bind(MapShape input)
    {
        Input = input;
        Output = Infer();
        Parameters = CreateParameters().ToArray();
    }

    /// <summary>The output of a batch.</summary>
    /// <param name="x">The input, N x C x H x W.</param>
    /// <param name="batch">N.</param>
    /// <param name="training">Training mode: batch statistics, dropout.</param>
    public abstract double[] Forward(double[] x, int batch, bool training);

    /// <summary>The gradient by the input of the last <see cref="Forward"/> in training mode; overwrites the parameters' gradients.</summary>
    /// <param name="dy">The gradient by the output.</param>
    public abstract double[] Backward(double[] dy);

    /// <summary>The output shape.</summary>
    protected abstract MapShape Infer();

    /// <summary>Parameters that are zero.</summary>
    protected virtual IEnumerable<ReferenceParameter> CreateParameters() => [];
}
