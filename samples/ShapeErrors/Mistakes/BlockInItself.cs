using CnnCompiler;

[Network(3, 32, 32)]
[Use<Fractal>]
[GlobalAvgPool, Dense(10)]
public partial class BlockInItself;

[Conv(8, 3, Padding = 1), Relu, Use<Fractal>]
abstract class Fractal;
