namespace CnnCompiler.Testing.Reference;

/// <summary>Normalisation over the positions of each channel [Ulyanov et al. 2016]; not affine by default.</summary>
public sealed class InstanceNormReference : NormReference
{
    /// <inheritdoc/>
    public override string Kind => "InstanceNorm";

    /// <inheritdoc/>
    protected override bool IsAffine => false;

    /// <inheritdoc/>
    protected override int Sets => Input.Channels;

    /// <inheritdoc/>
    protected override int SetOf(int channel, int position) => channel;
}
