namespace CnnCompiler.Benchmarks.Networks;

/// <summary>One 3x3 convolution, 64 to 64 channels on 56x56, trained weights.</summary>
[Network(64, 56, 56)]
[Conv(64, 3, Padding = 1)]
[MeanSquaredErrorLoss]
public partial class ConvChain1;
