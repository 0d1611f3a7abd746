using CnnCompiler;

[Network(16, 32, 32)]
[Residual<Widen>, Relu]
[GlobalAvgPool, Dense(10)]
public partial class ResidualWithoutProjection
{
    [Conv(32, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, Relu]
    [Conv(32, 3, Padding = 1, Bias = false), BatchNorm]
    class Widen;
}
