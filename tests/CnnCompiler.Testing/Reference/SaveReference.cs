namespace CnnCompiler.Testing.Reference;

/// <summary>Remembers its input for <see cref="AddReference"/> and <see cref="ConcatWithReference"/> behind it in the same path.</summary>
/// <param name="name">The name.</param>
public sealed class SaveReference(string name) : LayerReference
{
    private double[]? _shares;

    /// <inheritdoc/>
    public override string Kind => "Save";

    /// <summary>The name.</summary>
    public string Saved => name;

    /// <summary>What the last forward pass remembered.</summary>
    public double[] Value { get; private set; } = [];

    /// <inheritdoc/>
    protected override object[] Arguments => [name];

    /// <summary>Adds to the gradient by the remembered tensor.</summary>
    /// <param name="share">A share of it.</param>
    public void AddGradient(double[] share)
    {
        _shares ??= new double[Value.Length];
        for (int i = 0; i < share.Length; i++)
            _shares[i] += share[i];
    }

    /// <inheritdoc/>
    public override double[] Forward(double[] x, int batch, bool training)
    {
        _shares = null;
        return Value = x;
    }

    /// <inheritdoc/>
    public override double[] Backward(double[] dy)
    {
        AddGradient(dy);
        return _shares!;
    }

    /// <inheritdoc/>
    protected override MapShape Infer() => Input;
}
