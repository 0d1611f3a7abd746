using CnnCompiler.Generator.Infrastructure;

namespace CnnCompiler.Generator.Layers;

/// <summary>The distributions that the runtime draws from; names are those of the runtime's <c>InitializerKind</c>.</summary>
internal enum InitializerKind
{
    Constant,
    Uniform,
    Normal,
    Orthogonal,
    Identity,
    RowNorms,
}

/// <summary>First values with the bound, deviation or value already computed.</summary>
/// <param name="Kind">The distribution.</param>
/// <param name="Scale">Bound, deviation or value.</param>
/// <param name="Groups">Parts of the first axis that are identities of their own.</param>
internal readonly record struct InitializerSpec(InitializerKind Kind, double Scale, int Groups = 1);

/// <summary>A parameter or running statistic of a layer, in PyTorch's shape.</summary>
/// <param name="Name">Its last name segment: <c>weight</c>.</param>
/// <param name="Shape">PyTorch's shape.</param>
/// <param name="Initializer">First values.</param>
/// <param name="IsBuffer">A running statistic: saved, but neither trained nor counted.</param>
internal sealed record ParameterSpec(string Name, EquatableArray<int> Shape, InitializerSpec Initializer, bool IsBuffer = false)
{
    /// <summary>Values that are zero for ever, because a table of connections leaves them out: they have a place in the tensor, but are no parameters.</summary>
    public long Unconnected { get; init; }

    /// <summary>Values of the tensor.</summary>
    public long Count
    {
        get
        {
            long count = 1;
            foreach (int size in Shape)
            {
                count *= size;
            }

            return count;
        }
    }
}
