using CnnCompiler;

namespace Samples;

/// <summary>LeNet-5 (LeCun, Bottou, Bengio, Haffner 1998) in its present form: ReLU, max pooling, a softmax loss.</summary>
[Network(1, 28, 28)]
[Conv(6, 5, Padding = 2), Relu, MaxPool(2)]
[Conv(16, 5), Relu, MaxPool(2)]
[Dense(120), Relu, Dense(84), Relu, Dense(10)]
public partial class LeNet5;
