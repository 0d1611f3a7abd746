using System.ComponentModel;

namespace CnnCompiler.Runtime;

/// <summary>The memory of one forward or one forward-and-backward pass. Per-sample data of a tensor starts at offset * <see cref="Capacity"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe struct Pass
{
    /// <summary>Samples in this call.</summary>
    public int Count;

    /// <summary>Samples of the batch of which those of this call are a part, or all: what the mean loss divides by; 0 while predicting.</summary>
    public int BatchCount;

    /// <summary>Index in the batch of the first sample of this call; 0 while predicting.</summary>
    public int FirstSample;

    /// <summary>Samples that the memory was laid out for.</summary>
    public long Capacity;

    /// <summary>Key of this call's random numbers (dropout).</summary>
    public uint Key;

    /// <summary>The caller's input, N x C x H x W.</summary>
    public float* Input;

    /// <summary>The caller's output, N x outputs; null while training.</summary>
    public float* Output;

    /// <summary>The caller's labels, or null.</summary>
    public int* Labels;

    /// <summary>The caller's targets, or null.</summary>
    public float* Targets;

    /// <summary>Where the gradient by the input goes, N x C x H x W, or null.</summary>
    public float* InputGradient;

    /// <summary>One loss per sample; null while predicting.</summary>
    public double* Losses;

    /// <summary>Packed parameters.</summary>
    public float* Parameters;

    /// <summary>Gradients, packed like the trainable parameters; null while predicting.</summary>
    public float* Gradients;

    /// <summary>Running statistics.</summary>
    public float* Buffers;

    /// <summary>What the preparation of this kind of pass derives from parameters and running statistics; null where there is none.</summary>
    public float* Prepared;

    /// <summary>Per-sample tensors.</summary>
    public float* Values;

    /// <summary>Tensors whose size does not depend on the batch.</summary>
    public float* Scratch;

    /// <summary>Working memory of the threads, one after the other.</summary>
    public float* Workspace;

    /// <summary>Floats of the working memory of one thread.</summary>
    public long WorkspaceFloats;
}
