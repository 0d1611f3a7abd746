using System.Collections.Generic;
using CnnCompiler.Generator.Emission;

namespace CnnCompiler.Generator.Planning;

/// <summary>What a kernel argument points to.</summary>
/// <param name="Field">The field of the runtime's <c>KernelArguments</c>.</param>
/// <param name="Tensor">The memory.</param>
/// <param name="Writes">Whether the kernel writes it.</param>
internal readonly record struct Binding(string Field, Tensor Tensor, bool Writes);

/// <summary>One kernel call of a pass.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Title">The layers that it computes.</param>
/// <param name="Bindings">Its arguments.</param>
/// <param name="OnlyForInputGradient">Whether it runs only when the caller asks for the gradient by the input.</param>
internal sealed record Step(Kernel Kernel, string Title, IReadOnlyList<Binding> Bindings, bool OnlyForInputGradient)
{
    /// <summary>How it computes them and why so, where there was a choice.</summary>
    public string Method { get; init; } = "";

    /// <summary>What the comment before the call says.</summary>
    public string Comment => Method.Length == 0 ? Title : Title + ", " + Method;
}
