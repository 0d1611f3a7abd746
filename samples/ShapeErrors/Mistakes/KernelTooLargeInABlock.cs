using CnnCompiler;

[Network(3, 32, 32)]
[Use<Stage>(16), Use<Stage>(32), Use<Stage>(64), Use<Stage>(128)]
[Dense(10)]
public partial class KernelTooLargeInABlock;

[Use<Unit>(Filters), MaxPool(2)]
abstract class Stage
{
    [Parameter] const int Filters = 16;
}

[Conv(Filters, 5), Relu]
abstract class Unit
{
    [Parameter] const int Filters = 16;
}
