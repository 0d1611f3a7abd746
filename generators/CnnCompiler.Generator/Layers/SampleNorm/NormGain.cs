namespace CnnCompiler.Generator.Layers.SampleNorm;

/// <summary>What a gain and a bias of a normalisation belong to.</summary>
internal enum NormGain
{
    None,
    Channel,
    Element,
}
