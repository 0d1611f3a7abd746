using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Multiply;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>The product of two paths from one input.</summary>
internal sealed record MultiplyStep(LayerHeader Header, PathTree First, PathTree Second) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.Branches() is { } paths ? new MultiplyStep(source.Header(), paths[0], paths[1]) : null;

    public override int? Expand(PathWalk walk, int current) =>
        walk.Branches(Header, [First, Second], current) is { } ends ? walk.Append(new MultiplyLayer(Header) { Fixes = walk.RemediesOf(current, ends) }, walk.LayerName(Header), ends) : null;
}
