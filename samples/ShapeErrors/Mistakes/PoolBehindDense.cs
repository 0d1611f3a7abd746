using CnnCompiler;

[Network(1, 28, 28)]
[Conv(8, 3), Relu, Dense(64), Relu]
[MaxPool(2), Dense(10)]
public partial class PoolBehindDense;
