namespace CnnCompiler.Zoo;

/// <summary>A weighted sum of eight features and an offset, fitted to values by least squares.</summary>
/// <remarks>
/// 9 parameters, 8 multiply-accumulates.
/// <para/>
/// A.-M. Legendre: Nouvelles méthodes pour la détermination des orbites des comètes, 1805.
/// </remarks>
[Network(8)]
[Dense(1)]
[MeanSquaredErrorLoss]
public partial class LinearRegression;
