namespace CnnCompiler.Zoo;

/// <summary>The drawn stack of dilated causal convolutions: dilations 1, 2, 4, 8, a field of 16 samples.</summary>
/// <remarks>
/// 313 parameters, 18,432 multiply-accumulates.
/// <para/>
/// A. van den Oord, S. Dieleman, H. Zen, et al.: WaveNet: A Generative Model for Raw Audio, 2016, arXiv 1609.03499, figure 3.
/// </remarks>
[Network(1, 64)]
[Conv(8, 2, Causal = true), Tanh]
[Conv(8, 2, Dilation = 2, Causal = true), Tanh]
[Conv(8, 2, Dilation = 4, Causal = true), Tanh]
[Conv(1, 2, Dilation = 8, Causal = true)]
[MeanSquaredErrorLoss]
public partial class CausalStack;
