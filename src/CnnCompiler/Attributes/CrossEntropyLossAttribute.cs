using System;

namespace CnnCompiler;

/// <summary>
/// The mean over samples and positions of -sum_c q[c] log softmax(x)[c], with q = (1 - s) * onehot(label) + s / C. It takes logits, and is the default.
/// </summary>
/// <remarks>
/// Labels are one class per sample, or per sample and position where the output is C x positions. After a final <see cref="SoftmaxAttribute"/> the loss
/// takes its input, so that softmax is applied once.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CrossEntropyLossAttribute : LossAttribute
{
    /// <summary>The share s of the target that is spread over all classes, 0 to 1. Default 0. (Szegedy et al. 2015, "Rethinking the Inception Architecture".)</summary>
    public double LabelSmoothing { get; set; }
}
