namespace CnnCompiler.Benchmarks.Networks;

/// <summary>Five 3x3 convolutions in a row, 64 to 64 channels on 56x56, frozen weights: its backward pass has input gradients only.</summary>
[Network(64, 56, 56)]
[Conv(64, 3, Padding = 1, Frozen = true)]
[Conv(64, 3, Padding = 1, Frozen = true)]
[Conv(64, 3, Padding = 1, Frozen = true)]
[Conv(64, 3, Padding = 1, Frozen = true)]
[Conv(64, 3, Padding = 1, Frozen = true)]
[MeanSquaredErrorLoss]
public partial class FrozenConvChain5;
