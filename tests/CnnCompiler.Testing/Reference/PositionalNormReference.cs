namespace CnnCompiler.Testing.Reference;

/// <summary>Normalisation over the channels at each position [Li et al. 2019].</summary>
public sealed class PositionalNormReference : NormReference
{
    /// <inheritdoc/>
    public override string Kind => "PositionalNorm";

    /// <inheritdoc/>
    protected override int Sets => Input.Positions;

    /// <inheritdoc/>
    protected override int SetOf(int channel, int position) => position;
}
