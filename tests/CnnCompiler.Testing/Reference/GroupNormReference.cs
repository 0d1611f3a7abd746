namespace CnnCompiler.Testing.Reference;

/// <summary>Normalisation over groups of consecutive channels and their positions [Wu and He 2018].</summary>
/// <param name="groups">Groups.</param>
public sealed class GroupNormReference(int groups) : NormReference
{
    /// <inheritdoc/>
    public override string Kind => "GroupNorm";

    /// <inheritdoc/>
    protected override object[] Arguments => [groups];

    /// <inheritdoc/>
    protected override int Sets => groups;

    /// <inheritdoc/>
    protected override int SetOf(int channel, int position) => channel / (Input.Channels / groups);
}
