namespace CnnCompiler.Zoo;

/// <summary>LeNet-1 with full connections, as it reads digits in the demonstration of 1993.</summary>
/// <remarks>
/// 3,246 parameters, 136,320 multiply-accumulates.
/// <para/>
/// Y. LeCun, B. Boser, J. S. Denker, et al.: Handwritten Digit Recognition with a Back-Propagation Network, NIPS 2, 1989.
/// </remarks>
[Network(1, 28, 28)]
[Conv(4, 5), Tanh, AvgPool(2)]
[Conv(12, 5), Tanh, AvgPool(2)]
[Dense(10)]
public partial class LeNet1;
