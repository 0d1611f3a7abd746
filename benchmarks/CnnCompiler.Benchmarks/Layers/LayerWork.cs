using System.Collections.Generic;

namespace CnnCompiler.Benchmarks.Layers;

/// <summary>What a layer, with what is fused into it, does in one part of a pass.</summary>
/// <param name="Title">The layers.</param>
/// <param name="Part">The part of the pass.</param>
/// <param name="Macs">Multiply-accumulates a sample: those of the definition, also where a kernel needs fewer.</param>
/// <param name="Steps">Its kernel calls.</param>
internal sealed record LayerWork(string Title, PassPart Part, long Macs, IReadOnlyList<KernelCall> Steps);

/// <summary>A kernel call of a pass.</summary>
/// <param name="Index">Its place among all calls of the pass.</param>
/// <param name="Kernel">The kernel's name.</param>
/// <param name="SampleBytes">Bytes read and written a sample.</param>
/// <param name="FixedBytes">Bytes read and written whatever the batch: weights and their gradients.</param>
/// <param name="IsPrepared">Whether it comes once, whatever the number of chunks.</param>
internal sealed record KernelCall(int Index, string Kernel, long SampleBytes, long FixedBytes, bool IsPrepared);

/// <summary>A part of a pass.</summary>
internal enum PassPart
{
    /// <summary>Values.</summary>
    Forward,

    /// <summary>The gradient by a layer's input.</summary>
    InputGradient,

    /// <summary>The gradient by a layer's parameters.</summary>
    WeightGradient,
}
