namespace CnnCompiler.Zoo;

/// <summary>LeNet-5 in its present form: ReLU, max pooling, a softmax loss; the 32x32 field of the paper is padding here.</summary>
/// <remarks>
/// 61,706 parameters, 416,520 multiply-accumulates. Dense(120) is the paper's C5, a 5x5 convolution on maps of 5x5.
/// <para/>
/// Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-Based Learning Applied to Document Recognition, Proc. IEEE 86, 1998.
/// </remarks>
[Network(1, 28, 28)]
[Conv(6, 5, Padding = 2), Relu, MaxPool(2)]
[Conv(16, 5), Relu, MaxPool(2)]
[Dense(120), Relu]
[Dense(84), Relu]
[Dense(10)]
public partial class LeNet5;
