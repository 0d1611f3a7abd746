using CnnCompiler.Generator.Emission.Isa;

namespace CnnCompiler.Generator.Emission;

/// <summary>A function of a vector, written once for all instruction sets and inlined where it is called.</summary>
internal abstract record VectorFunction : Code
{
    protected override bool IsUnique => true;

    public string Call(VectorIsa isa, string argument) => $"{Name}.{isa.Name}({argument})";

    public override void Emit(CodeWriter writer, VectorIsa isa)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (writer.Block($"public static V {isa.Name}(V x)"))
        {
            writer.Line(Body(isa));
        }
    }

    /// <summary>The statements of the function of <c>x</c>.</summary>
    protected abstract string Body(VectorIsa isa);
}
