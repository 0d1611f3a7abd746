namespace CnnCompiler.Zoo;

/// <summary>Three 3x3 convolutions of dilations 1, 2, 4: nine weights each, fields of 3, 7, 15 positions.</summary>
/// <remarks>
/// 27 parameters, 27,648 multiply-accumulates.
/// <para/>
/// F. Yu, V. Koltun: Multi-Scale Context Aggregation by Dilated Convolutions, ICLR 2016, arXiv 1511.07122, figure 1.
/// </remarks>
[Network(1, 32, 32)]
[Conv(1, 3, Same = true, Bias = false)]
[Conv(1, 3, Dilation = 2, Same = true, Bias = false)]
[Conv(1, 3, Dilation = 4, Same = true, Bias = false)]
[MeanSquaredErrorLoss]
public partial class DilatedStack;
