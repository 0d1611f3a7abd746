using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Parsing;

namespace CnnCompiler.Generator.Expansion;

/// <summary>What an attribute that builds the graph is read from: its arguments, and the paths that it names.</summary>
internal sealed class StepSource(PathReader paths, AttributeReader reader, ReadScope scope)
{
    public AttributeReader Reader => reader;

    public LayerHeader Header() => reader.Header();

    /// <summary>The path behind a type argument, or null after reporting.</summary>
    public PathTree? Branch(int position = 0) => paths.Branch(reader, scope, position);

    /// <summary>All paths, or null after reporting.</summary>
    public IReadOnlyList<PathTree>? Branches()
    {
        PathTree?[] trees = [.. Enumerable.Range(0, reader.Paths.Count).Select(Branch)];
        return trees.Any(tree => tree is null) ? null : trees.Select(tree => tree!).ToArray();
    }

    /// <summary>The block of a <c>Use</c>, or null after reporting.</summary>
    public PathTree? Block() => paths.Block(reader, scope);

    /// <summary>The name of a tensor or sum, or null after reporting an empty one.</summary>
    public string? TensorName()
    {
        string? name = reader.String("name");
        if (string.IsNullOrWhiteSpace(name))
        {
            reader.Report(DiagnosticDescriptors.InvalidTensorName, "name", reader.Text);
            return null;
        }

        return name;
    }
}
