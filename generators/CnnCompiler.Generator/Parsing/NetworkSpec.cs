using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Parsing;

/// <summary>A class around the network class, outermost first.</summary>
/// <param name="Declaration">For example <c>public static partial class Outer</c>.</param>
internal sealed record ContainingType(string Declaration);

/// <summary>A class with a network attribute, as a value: no symbol, no syntax, no location.</summary>
/// <param name="Namespace">Its namespace, empty for the global one (with <c>@</c> where a keyword is a name).</param>
/// <param name="Name">The class name as declared.</param>
/// <param name="Accessibility"><c>public</c>, <c>internal</c>, ...</param>
/// <param name="ContainingTypes">Classes around it.</param>
/// <param name="Input">The shape of one sample.</param>
/// <param name="FullUnroll">Whether all loops are to be unrolled.</param>
/// <param name="BFloat16Weights">Whether predictions read dense weights as bfloat16.</param>
/// <param name="Paths">The network's own path first, then every path that can be reached from it.</param>
/// <param name="Loss">The loss.</param>
internal sealed record NetworkSpec(
    string Namespace, string Name, string Accessibility, EquatableArray<ContainingType> ContainingTypes,
    Shape Input, bool FullUnroll, bool BFloat16Weights, EquatableArray<PathSpec> Paths, Loss Loss)
{
    /// <summary>The name of generated files and the unique key of the network: <c>Demo.LeNet5</c>.</summary>
    public string FileName { get; init; } = Name;
}
