namespace CnnCompiler.Zoo;

/// <summary>Ten weighted sums of the pixels of a digit.</summary>
/// <remarks>
/// 7,850 parameters, 7,840 multiply-accumulates.
/// <para/>
/// Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-Based Learning Applied to Document Recognition, Proc. IEEE 86, 1998 (the linear classifier of
/// its comparison).
/// </remarks>
[Network(784)]
[Dense(10)]
public partial class LinearClassifierMnist;
