using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Highway;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>gate(x) * main(x) + (1 - gate(x)) * x.</summary>
internal sealed record HighwayStep(LayerHeader Header, PathTree Main, PathTree Gate) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.Branches() is { } paths ? new HighwayStep(source.Header(), paths[0], paths[1]) : null;

    public override int? Expand(PathWalk walk, int current) =>
        walk.Branch(Header, Main, current) is { } main && walk.Branch(Header, Gate, current) is { } gate
            ? walk.Append(new HighwayLayer(Header) { Fixes = walk.RemediesOf(current, main, gate, current) }, walk.LayerName(Header), main, gate, current)
            : null;
}
