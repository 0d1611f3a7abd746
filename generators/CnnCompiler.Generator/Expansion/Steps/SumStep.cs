using System.Collections.Generic;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Add;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>The sum of several paths from one input.</summary>
internal sealed record SumStep(LayerHeader Header, IReadOnlyList<PathTree> Paths) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.Branches() is { } paths ? new SumStep(source.Header(), paths) : null;

    public override int? Expand(PathWalk walk, int current) => walk.Branches(Header, Paths, current) is not { } ends ? null
        : ends.Length == 1 ? ends[0]
        : walk.Append(new AddLayer(Header, "Give all paths the same shape") { Fixes = walk.RemediesOf(current, ends) }, walk.LayerName(Header), ends);
}
