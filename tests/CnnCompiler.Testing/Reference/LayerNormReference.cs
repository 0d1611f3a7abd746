namespace CnnCompiler.Testing.Reference;

/// <summary>Normalisation over all values of a sample, with a gain and a bias for each [Ba et al. 2016].</summary>
public sealed class LayerNormReference : NormReference
{
    /// <inheritdoc/>
    public override string Kind => "LayerNorm";

    /// <inheritdoc/>
    protected override int Sets => 1;

    /// <inheritdoc/>
    protected override int[] GainShape => Input.Dimensions();

    /// <inheritdoc/>
    protected override int SetOf(int channel, int position) => 0;
}
