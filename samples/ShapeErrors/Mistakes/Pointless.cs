using CnnCompiler;

[Network(3, 32, 32)]
[Conv(16, 3), BatchNorm, Relu, Relu]
[Conv(16, 3, Stride = 4), Relu]
[GlobalAvgPool, Dense(10), LogSoftmax]
public partial class Pointless;
