namespace CnnCompiler.Zoo;

/// <summary>The Mark I perceptron: 400 photocells, a weighted sum, a threshold.</summary>
/// <remarks>
/// 401 parameters, 400 multiply-accumulates. The threshold has no gradient: the perceptron's own rule (weights += rate * (target - output) * input)
/// trains it.
/// <para/>
/// F. Rosenblatt: The Perceptron: a probabilistic model for information storage and organization in the brain, Psychological Review 65, 1958.
/// </remarks>
[Network(400)]
[Dense(1), Threshold]
[MeanSquaredErrorLoss]
public partial class Perceptron;
