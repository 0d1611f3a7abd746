namespace CnnCompiler.Zoo;

/// <summary>The time-delay network that tells b, d and g apart: 16 coefficients in 15 frames, evidence summed over time.</summary>
/// <remarks>
/// 521 parameters, 6,072 multiply-accumulates.
/// <para/>
/// A. Waibel, T. Hanazawa, G. Hinton, K. Shikano, K. Lang: Phoneme Recognition Using Time-Delay Neural Networks, IEEE Trans. ASSP 37, 1989.
/// </remarks>
[Network(16, 15)]
[Conv(8, 3), Sigmoid]
[Conv(3, 5), Sigmoid]
[Square, GlobalSumPool, ChannelScale, Sigmoid]
[MeanSquaredErrorLoss]
public partial class Tdnn;
