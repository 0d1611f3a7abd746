namespace CnnCompiler.Zoo;

/// <summary>The smallest network for what a perceptron cannot separate: exclusive or, by two hidden units.</summary>
/// <remarks>
/// 9 parameters, 6 multiply-accumulates.
/// <para/>
/// D. Rumelhart, G. Hinton, R. Williams: Learning representations by back-propagating errors, Nature 323, 1986; the limit of the perceptron: M.
/// Minsky, S. Papert: Perceptrons, 1969.
/// </remarks>
[Network(2)]
[Dense(2), Tanh]
[Dense(1), Sigmoid]
[BinaryCrossEntropyLoss]
public partial class XorNetwork;
