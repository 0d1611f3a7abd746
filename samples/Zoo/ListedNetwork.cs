namespace Samples;

/// <summary>A line of <c>list</c>.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="Input">The shape of one input.</param>
/// <param name="Parameters">All trainable parameters.</param>
/// <param name="Macs">Multiply-accumulates of one prediction.</param>
internal sealed record ListedNetwork(string Name, int[] Input, long Parameters, long Macs);
