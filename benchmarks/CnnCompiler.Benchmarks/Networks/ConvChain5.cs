namespace CnnCompiler.Benchmarks.Networks;

/// <summary>Five 3x3 convolutions in a row, 64 to 64 channels on 56x56, trained weights.</summary>
[Network(64, 56, 56)]
[Conv(64, 3, Padding = 1)]
[Conv(64, 3, Padding = 1)]
[Conv(64, 3, Padding = 1)]
[Conv(64, 3, Padding = 1)]
[Conv(64, 3, Padding = 1)]
[MeanSquaredErrorLoss]
public partial class ConvChain5;
