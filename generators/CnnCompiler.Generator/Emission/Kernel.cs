using System.Collections.Generic;
using System.Globalization;
using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>
/// A piece of generated code as a value: equal descriptions are the same code and are emitted once per compilation.
/// </summary>
internal abstract record Code
{
    private string? _name;

    /// <summary>The class name: a readable part and a short hash of the whole description.</summary>
    public string Name => _name ??= IsUnique ? Title : Title + "_" + Hash(ToString());

    /// <summary>Whether the title alone tells it from all other code.</summary>
    protected virtual bool IsUnique => false;

    /// <summary>The readable part of the name.</summary>
    protected abstract string Title { get; }

    /// <summary>What the code does, in a sentence or two, for its doc comment.</summary>
    public abstract string Summary { get; }

    /// <summary>The variants that exist of it.</summary>
    public virtual IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled;

    /// <summary>Other code that its variant for an instruction set calls.</summary>
    public virtual IEnumerable<Code> Uses(VectorIsa isa) => [];

    /// <summary>Writes the members of the class for one instruction set.</summary>
    public abstract void Emit(CodeWriter writer, VectorIsa isa);

    // FNV-1a over UTF-16, 40 of its 64 bits: stable across machines, unlike string.GetHashCode, and wide enough that two of some thousand
    // kernels with the same title do not meet.
    private static string Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return (hash >> 24).ToString("x10", CultureInfo.InvariantCulture);
    }

    // The hash is taken of what this prints: all parameters of the derived records, and nothing computed from them.
    protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false;

    // Only what the record's own members say takes part in equality, not the cached name.
    public virtual bool Equals(Code? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>Code that a network's pass runs over a range of independent tasks.</summary>
internal abstract record Kernel : Code
{
    /// <summary>The number of tasks as an expression of <c>p.Count</c>, the samples of the call.</summary>
    public abstract string Tasks { get; }

    /// <summary>Floats of working memory (argument <c>Workspace</c>) that a thread needs.</summary>
    public virtual long Workspace => 0;

    /// <summary>Whether the number of samples matters.</summary>
    public bool DependsOnBatch => Tasks.Contains("p.Count");

    public sealed override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("/// <summary>Runs tasks <paramref name=\"begin\"/> to <paramref name=\"end\"/> (exclusive).</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(KernelArguments* a, int begin, int end)"))
        {
            EmitBody(writer, isa);
        }
    }

    protected abstract void EmitBody(CodeWriter writer, VectorIsa isa);
}
