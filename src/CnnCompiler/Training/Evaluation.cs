namespace CnnCompiler;

/// <summary>How well a network predicts a dataset.</summary>
/// <param name="Samples">Samples predicted.</param>
/// <param name="Accuracy">Datasets with labels: the share of right predictions, 0 to 1, over samples and positions; otherwise null.</param>
/// <param name="Confusion">Datasets with labels: what was taken for what; otherwise null.</param>
/// <param name="MeanSquaredError">Datasets with target values: mean of (output - target)² over all elements; otherwise null.</param>
public sealed record Evaluation(int Samples, double? Accuracy, ConfusionMatrix? Confusion, double? MeanSquaredError);
