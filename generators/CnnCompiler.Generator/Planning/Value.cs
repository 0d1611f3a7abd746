using System.Collections.Generic;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Tiles;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>Channels of another tensor's memory.</summary>
/// <param name="Whole">The other tensor.</param>
/// <param name="Channel">The first channel there, a multiple of 16.</param>
internal sealed record Place(Value Whole, int Channel);

/// <summary>What the memory of a gradient holds so far.</summary>
internal enum GradientState
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Shares of the gradient by the value itself: the derivative of its activation is missing.</summary>
    Plain,

    /// <summary>Shares of the gradient by the argument of its activation.</summary>
    Derived,
}

/// <summary>A tensor between operations, with the gradient by it.</summary>
internal sealed class Value(string name, Shape shape)
{
    public string Name { get; } = name;

    public Shape Shape { get; } = shape;

    /// <summary>What computes it; null for the network's input.</summary>
    public Operation? Producer { get; set; }

    public List<Operation> Readers { get; } = [];

    /// <summary>Where it lives in the memory of another value; null: in its own.</summary>
    public Place? Home { get; set; }

    /// <summary>The operation that writes its output over it; null: none.</summary>
    public Operation? OverwrittenBy { get; set; }

    /// <summary>Its memory, once layouts and halos are known.</summary>
    public Tensor Tensor { get; set; } = null!;

    /// <summary>
    /// The gradient by it, or, where its producer applies an activation, by the activation's argument: the last reader multiplies the derivative in.
    /// </summary>
    public Tensor? Gradient { get; set; }

    /// <summary>The value in whose gradient its own lies; null: its gradient has memory of its own.</summary>
    public Place? GradientHome { get; set; }

    /// <summary>Whether other values' gradients are the same memory, so that nothing may be added to it.</summary>
    public bool GradientIsShared { get; set; }

    /// <summary>What readers have stored of the gradient; the next one adds.</summary>
    public GradientState GradientState { get; set; }

    // Readers that have stored their shares.
    private int _shares;

    public bool GradientStarted => GradientState != GradientState.Empty;

    /// <summary>Whether a trainable parameter lies upstream, so that every training step needs the gradient.</summary>
    public bool HasTrainable { get; set; }

    /// <summary>The activation that all parts of a concatenation end with: whoever reads the whole multiplies the derivative in for them.</summary>
    public Activation PartsActivation { get; set; }

    public Activation Activation => PartsActivation.IsNone ? Producer?.Activation ?? Activation.None : PartsActivation;

    /// <summary>How a reader stores its share of the gradient: it adds to the shares of other readers; the last one derives the sum.</summary>
    /// <param name="output">The reader's output.</param>
    public Epilogue GradientEpilogue(Value output) =>
        Epilogue.OfGradient(_shares == Readers.Count - 1 && output.PartsActivation.IsNone ? Activation : Activation.None, GradientStarted);

    /// <summary>What a kernel that stores a share of the gradient writes (argument DX) and reads (X2) for it.</summary>
    public IEnumerable<Binding> GradientBindings(Epilogue epilogue)
    {
        yield return new Binding("DX", Gradient!, true);
        if (epilogue.ReadsOther)
        {
            yield return new Binding("X2", Tensor, false);
        }
    }

    /// <summary>A reader has stored its share of the gradient.</summary>
    /// <param name="output">The reader's output.</param>
    public void TakeShare(Value output)
    {
        bool derived = Activation.IsNone || !output.PartsActivation.IsNone || GradientEpilogue(output).ReadsOther;
        GradientState = derived ? GradientState.Derived : GradientState.Plain;
        _shares++;
    }

    /// <summary>The producer finds the gradient, derivative and all, in that by its only reader's output.</summary>
    public void LeaveGradient() => GradientState = GradientState.Derived;

    /// <summary>Takes what the gradient of a reader holds as the first share.</summary>
    /// <param name="output">The reader's output, in whose gradient this one lies.</param>
    public void FindGradient(Value output)
    {
        GradientState = Activation.IsNone || !output.PartsActivation.IsNone ? GradientState.Derived : GradientState.Plain;
        _shares++;
    }
}
