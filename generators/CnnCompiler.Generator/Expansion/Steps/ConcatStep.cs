using System.Collections.Generic;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Concat;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>The channels of several paths from one input.</summary>
internal sealed record ConcatStep(LayerHeader Header, IReadOnlyList<PathTree> Paths) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.Branches() is { } paths ? new ConcatStep(source.Header(), paths) : null;

    public override int? Expand(PathWalk walk, int current) => walk.Branches(Header, Paths, current) is not { } ends ? null
        : ends.Length == 1 ? ends[0]
        : walk.Append(new ConcatLayer(Header) { Fixes = walk.RemediesOfConcat(current, ends) }, walk.LayerName(Header), ends);
}
