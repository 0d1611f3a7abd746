using CnnCompiler;

[Network(1, 28, 28)]
[Conv(6, 5), Relu, MaxPool(2)]
[Conv(16, 5), Relu, MaxPool(2)]
[Conv(120, 11), Relu]
[Dense(10)]
public partial class KernelTooLarge;
