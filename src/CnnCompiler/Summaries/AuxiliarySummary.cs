namespace CnnCompiler;

/// <summary>A classifier on the side of a network, for training only.</summary>
/// <param name="Layer">Its last layer: an index into <see cref="NetworkSummary.Layers"/>, or -1 for the network's input.</param>
/// <param name="Weight">The factor of its loss.</param>
public sealed record AuxiliarySummary(int Layer, double Weight);
