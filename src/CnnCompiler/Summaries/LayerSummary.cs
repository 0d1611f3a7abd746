using System.Collections.Generic;

namespace CnnCompiler;

/// <summary>One layer of a <see cref="NetworkSummary"/>.</summary>
/// <param name="Name">Its checkpoint name with the path of its blocks, for example <c>basicblock2.main.conv1</c>.</param>
/// <param name="Layer">The layer as its attribute is written, for example <c>Conv(6, 5, Padding = 2)</c>.</param>
/// <param name="Inputs">The layers that it reads, by their indices in <see cref="NetworkSummary.Layers"/>; -1 is the network's input.</param>
/// <param name="Output">The shape of its output, for example 6x28x28.</param>
/// <param name="Parameters">Trainable and frozen parameters of the layer.</param>
/// <param name="Macs">Multiply-accumulates of one sample.</param>
/// <param name="ReceptiveField">Input positions per axis that one output sees: size of a square field, or the larger side.</param>
/// <param name="IsFrozen">Whether training leaves its parameters as they are.</param>
/// <param name="IsPredicted">Whether prediction computes it: not a classifier on the side, nor a path whose value is dropped.</param>
public sealed record LayerSummary(
    string Name, string Layer, IReadOnlyList<int> Inputs, TensorShape Output, long Parameters, long Macs, long ReceptiveField,
    bool IsFrozen = false, bool IsPredicted = true)
{
    /// <summary>Bytes of the output for one sample, at 4 bytes a value.</summary>
    public long OutputBytes => sizeof(float) * Output.ElementCount;

    /// <summary>Bytes of the parameters in a checkpoint, at 4 bytes a value.</summary>
    public long ParameterBytes => sizeof(float) * Parameters;
}
