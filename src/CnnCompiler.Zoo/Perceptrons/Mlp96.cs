namespace CnnCompiler.Zoo;

/// <summary>A 96x96 image straight into 100 hidden units: what weights cost that are not shared.</summary>
/// <remarks>922,710 parameters, 922,600 multiply-accumulates.</remarks>
[Network(9216)]
[Dense(100), Sigmoid]
[Dense(10)]
public partial class Mlp96;
