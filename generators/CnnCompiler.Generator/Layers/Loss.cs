using CnnCompiler.Generator.Layers.Sigmoid;
using CnnCompiler.Generator.Layers.Softmax;

namespace CnnCompiler.Generator.Layers;

internal enum LossKind
{
    CrossEntropy,
    NegativeLogLikelihood,
    MeanSquaredError,
    BinaryCrossEntropy,
}

/// <summary>The loss of a network.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="LabelSmoothing">Share of the target that is spread over all classes; cross-entropy only.</param>
internal sealed record Loss(LossKind Kind, double LabelSmoothing)
{
    /// <summary>Whether the loss takes what this last layer gets and applies the layer itself.</summary>
    public bool Applies(Layer last) => (Kind, last) is (LossKind.CrossEntropy, SoftmaxLayer) or (LossKind.BinaryCrossEntropy, SigmoidLayer);

    public bool TakesLabels => Kind is LossKind.CrossEntropy or LossKind.NegativeLogLikelihood;
}
