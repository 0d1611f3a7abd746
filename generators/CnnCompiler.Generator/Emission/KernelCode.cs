using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Emission;

/// <summary>The code of all kernels that differ in nothing but their sizes: equal text is equal code.</summary>
/// <param name="KernelTitle">The readable part of the name.</param>
/// <param name="About">What it does.</param>
/// <param name="SizeNames">The sizes that callers pass, in order.</param>
/// <param name="Variants">The text for each enabled instruction set.</param>
/// <param name="UsesVectors">Whether the text works on vectors, or only calls code that does.</param>
internal sealed record KernelCode(string KernelTitle, string About, EquatableArray<string> SizeNames, EquatableArray<KernelVariant> Variants, bool UsesVectors) : Code
{
    public override string Summary => About;

    protected override string Title => KernelTitle;

    protected override string Identity => KernelTitle + About + string.Join(",", SizeNames) + string.Concat(Variants.Select(v => v.Isa + v.Text));

    public override IEnumerable<VectorIsa> Isas(IReadOnlyList<VectorIsa> enabled) => enabled.Where(isa => Variants.Any(v => v.Isa == isa.Name));

    public override IEnumerable<Code> Uses(VectorIsa isa) => Variants.First(v => v.Isa == isa.Name).Uses;

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        KernelVariant variant = Variants.First(v => v.Isa == isa.Name);
        writer.Line("/// <summary>Runs tasks <paramref name=\"begin\"/> to <paramref name=\"end\"/> (exclusive).</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Block($"public static void {isa.Name}(KernelArguments* a, int begin, int end)"))
        {
            if (variant.Sizes.Count > 0)
            {
                List<string> names = SizeNames.ToList();
                writer.Wrap("int ", variant.Sizes.Select(size => $"{size} = a->Sizes[{names.IndexOf(size)}]"), ", ", ";");
            }

            writer.Line(variant.Text.TrimEnd('\n'));
        }
    }

    // The name is a hash of the text; what the text calls follows from it.
    public bool Equals(KernelCode? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode();

    /// <summary>Writes the head of the method that networks ask for the variant to run.</summary>
    public void EmitSignature(CodeWriter writer)
    {
        bool sized = SizeNames.Count > 0;
        writer.Line($"/// <summary>{(sized ? "Keeps the sizes in the arguments and chooses the" : "The")} variant for an instruction set, or the best one below it that was compiled.</summary>");
        writer.Wrap(
            "public static delegate*<KernelArguments*, int, int, void> For(", SizeNames.Select(name => "int " + name).Prepend("KernelArguments* a").Where(_ => sized).Prepend("global::CnnCompiler.Isa isa"),
            ", ", ")");
    }

    /// <summary>Writes the method that keeps the sizes and chooses the variant.</summary>
    public void EmitChoice(CodeWriter writer, IReadOnlyList<VectorIsa> isas)
    {
        EmitSignature(writer);
        using CodeWriter.Scope body = writer.Block("");
        if (SizeNames.Count > 0)
        {
            writer.Wrap("", SizeNames.Select((name, i) => $"a->Sizes[{i}] = {name};"), " ", "", "");
        }

        foreach (VectorIsa isa in isas.Skip(1).Reverse())
        {
            writer.Line($"if (isa >= global::CnnCompiler.Isa.{isa.Name}) return &{isa.Name};");
        }

        writer.Line($"return &{isas[0].Name};");
    }
}

/// <summary>A kernel's code for one instruction set.</summary>
/// <param name="Isa">The instruction set.</param>
/// <param name="Text">The statements.</param>
/// <param name="Sizes">The sizes that they name.</param>
/// <param name="Uses">Other code that they call; the text says which.</param>
internal sealed record KernelVariant(string Isa, string Text, EquatableArray<string> Sizes, EquatableArray<Code> Uses);
