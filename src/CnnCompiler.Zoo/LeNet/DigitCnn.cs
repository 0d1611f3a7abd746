namespace CnnCompiler.Zoo;

/// <summary>LeNet-5 up to its second pool, and three dense layers: the drawn network for digits, 6@28, 6@14, 16@10, 16@5, 120, 10.</summary>
/// <remarks>
/// 51,902 parameters, 406,800 multiply-accumulates.
/// <para/>
/// After Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-Based Learning Applied to Document Recognition, Proc. IEEE 86, 1998.
/// </remarks>
[Network(1, 28, 28)]
[Conv(6, 5, Padding = 2), Relu, MaxPool(2)]
[Conv(16, 5), Relu, MaxPool(2)]
[Dense(120), Relu]
[Dense(10)]
public partial class DigitCnn;
