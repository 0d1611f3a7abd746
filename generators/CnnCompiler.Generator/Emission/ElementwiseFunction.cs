using System.Collections.Generic;
using System.Text;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>
/// A function of each value alone, as the text of vector expressions. Its record is in the folder of its layer; equal records are the same code.
/// </summary>
internal abstract record ElementwiseFunction
{
    /// <summary>A word for names of kernels: <c>LeakyRelu</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether zero stays zero, so that the zeros that pad channels survive.</summary>
    public virtual bool KeepsZero => true;

    /// <summary>Whether it is max(x, 0), which costs one instruction: register tiles apply it, and its derivative, themselves.</summary>
    public virtual bool IsRelu => false;

    /// <summary>Code that <see cref="Apply"/> calls.</summary>
    public virtual IEnumerable<Code> Uses() => [];

    /// <summary>Code that <see cref="Derive"/> calls.</summary>
    public virtual IEnumerable<Code> DerivativeUses() => [];

    /// <summary>The function of the vector in variable <paramref name="x"/>.</summary>
    public abstract string Apply(VectorIsa isa, string x);

    /// <summary>
    /// The gradient in variable <paramref name="g"/> times the derivative. Variable <paramref name="at"/> holds the function's output where it is
    /// used as an <see cref="Activation"/>, and its input where it stands alone (<see cref="Kernels.ElementwiseKernel"/>).
    /// </summary>
    public abstract string Derive(VectorIsa isa, string g, string at);

    // Names of kernels are hashes of what this prints: the parameters of the derived records, and nothing computed from them.
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
