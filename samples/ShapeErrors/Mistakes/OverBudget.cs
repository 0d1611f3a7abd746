using CnnCompiler;

[Network(3, 64, 64), Budget(Parameters = 100_000)]
[Conv(16, 3, Padding = 1), Relu, MaxPool(2)]
[Conv(32, 3, Padding = 1), Relu, MaxPool(2)]
[Dense(100), Relu, Dense(10)]
public partial class OverBudget;
