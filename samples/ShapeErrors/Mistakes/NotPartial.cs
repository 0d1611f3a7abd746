using CnnCompiler;

[Network(784)]
[Dense(100), Relu, Dense(10)]
public class NotPartial;
