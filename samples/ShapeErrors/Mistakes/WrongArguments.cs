using CnnCompiler;

[Network(3, 32, 32)]
[Use<Strided>(16, 2, "same")]
[Use<Strided>(32, 2.5)]
[GlobalAvgPool, Dense(10)]
public partial class WrongArguments;

[Conv(Filters, 3, Stride = Stride), Relu]
abstract class Strided
{
    [Parameter] const int Filters = 16, Stride = 1;
}
