namespace CnnCompiler.Zoo;

/// <summary>A 96x96 colour image straight into 100 hidden units: what weights cost that are not shared.</summary>
/// <remarks>2,765,910 parameters, 2,765,800 multiply-accumulates.</remarks>
[Network(27648)]
[Dense(100), Sigmoid]
[Dense(10)]
public partial class Mlp96Color;
