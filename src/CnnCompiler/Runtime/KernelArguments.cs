using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>
/// What one kernel call reads and writes. Generated code fills the fields that the kernel names; all pointers address
/// <see langword="float"/> data of sample 0 (per-sample data) or of the whole tensor (parameters, scratch).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe struct KernelArguments
{
    /// <summary>Samples in this call.</summary>
    public int Count;

    /// <summary>Samples of the batch of which those of this call are a part, or all: what means divide by.</summary>
    public int BatchCount;

    /// <summary>Index in the batch of the first sample of this call.</summary>
    public int FirstSample;

    /// <summary>Key of this call's random numbers (dropout).</summary>
    public uint Key;

    /// <summary>Input activations.</summary>
    public float* X;

    /// <summary>A second input: another branch, or the activation whose derivative a gradient kernel applies.</summary>
    public float* X2;

    /// <summary>A third input: another branch.</summary>
    public float* X3;

    /// <summary>Output activations.</summary>
    public float* Y;

    /// <summary>Packed weights.</summary>
    public float* W;

    /// <summary>Bias, padded to whole blocks of 16 channels.</summary>
    public float* Bias;

    /// <summary>Per-channel gain applied before the bias.</summary>
    public float* Gain;

    /// <summary>Gradient by the input (written).</summary>
    public float* DX;

    /// <summary>Gradient by the output (read).</summary>
    public float* DY;

    /// <summary>Gradient by the weights (written).</summary>
    public float* DW;

    /// <summary>Gradient by the bias (written).</summary>
    public float* DBias;

    /// <summary>Per-channel mean.</summary>
    public float* Mean;

    /// <summary>Per-channel 1 / sqrt(variance + epsilon).</summary>
    public float* InverseDeviation;

    /// <summary>Running mean of batch normalisation.</summary>
    public float* RunningMean;

    /// <summary>Running variance of batch normalisation.</summary>
    public float* RunningVariance;

    /// <summary>Which element of each pooling window won.</summary>
    public int* Switches;

    /// <summary>Working memory of the kernel.</summary>
    public float* Scratch;

    /// <summary>Memory of the thread that runs the kernel: undefined at first, and nobody reads it afterwards.</summary>
    public float* Workspace;

    /// <summary>Floats of <see cref="Workspace"/>.</summary>
    public long WorkspaceFloats;

    /// <summary>Class labels, one per sample and position.</summary>
    public int* Labels;

    /// <summary>Target values in the caller's order, N x C x positions.</summary>
    public float* Targets;

    /// <summary>Losses, one per sample, each already divided by what the mean divides by.</summary>
    public double* Losses;

    /// <summary>Sizes and distances of the tensors, in the order in which the kernel names them.</summary>
    public fixed int Sizes[64];
}
