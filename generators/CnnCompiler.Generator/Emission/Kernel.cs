using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>
/// What a step of a pass runs over a range of independent tasks. Its code names the sizes of its tensors (<see cref="Sizes"/>), and the step gives
/// them as arguments, so that layers that differ in nothing else run the same code.
/// </summary>
internal abstract record Kernel
{
    /// <summary>What the code does, in a sentence or two, for its doc comment; nothing that <see cref="Sizes"/> leave out.</summary>
    public abstract string Summary { get; }

    /// <summary>The number of tasks as an expression of <c>p.Count</c>, the samples of the call.</summary>
    public abstract string Tasks { get; }

    /// <summary>Floats of working memory (argument <c>Workspace</c>) that a thread needs.</summary>
    public virtual long Workspace => 0;

    /// <summary>Whether the number of samples matters.</summary>
    public bool DependsOnBatch => Tasks.Contains("p.Count");

    /// <summary>Whether what it computes for one sample depends on the others, so that it needs the whole batch at once. Sums over samples that are nothing but gradients do not.</summary>
    public virtual bool CouplesSamples => false;

    /// <summary>The readable part of the code's name.</summary>
    protected abstract string Title { get; }

    /// <summary>Whether it works on vectors itself; a driver only calls code that does.</summary>
    public virtual bool UsesVectors => true;

    /// <summary>Other code that its variant for an instruction set calls.</summary>
    public virtual IEnumerable<Code> Uses(VectorIsa isa) => [];

    /// <summary>Its code, and the sizes that its steps pass.</summary>
    public KernelCall Compile(IReadOnlyList<VectorIsa> isas)
    {
        var sizes = new Sizes();
        List<KernelVariant> variants = isas.Select(isa => Compile(isa, sizes)).ToList();
        return new KernelCall(new KernelCode(Title, Summary, new(sizes.Names), new(variants), UsesVectors), Tasks, sizes.Arguments);
    }

    private KernelVariant Compile(VectorIsa isa, Sizes sizes)
    {
        var writer = new CodeWriter();
        sizes.Begin();
        EmitBody(writer, isa, sizes);

        // How often, and in which order, loops that the text does not have would call a tile is no difference between two kernels.
        return new KernelVariant(isa.Name, writer.ToString(), new(sizes.Used), new(Uses(isa).Distinct().OrderBy(code => code.Name, System.StringComparer.Ordinal)));
    }

    /// <summary>Writes the statements that run tasks <c>begin</c> to <c>end</c> with arguments <c>a</c>.</summary>
    protected abstract void EmitBody(CodeWriter writer, VectorIsa isa, Sizes sizes);
}

/// <summary>A kernel as a step calls it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Tasks">The number of tasks as an expression.</param>
/// <param name="Sizes">The sizes as named arguments.</param>
internal sealed record KernelCall(KernelCode Code, string Tasks, IReadOnlyList<string> Sizes);
