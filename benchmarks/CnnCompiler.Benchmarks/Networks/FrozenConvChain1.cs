namespace CnnCompiler.Benchmarks.Networks;

/// <summary>One 3x3 convolution, 64 to 64 channels on 56x56, frozen weights: its backward pass has input gradients only.</summary>
[Network(64, 56, 56)]
[Conv(64, 3, Padding = 1, Frozen = true)]
[MeanSquaredErrorLoss]
public partial class FrozenConvChain1;
