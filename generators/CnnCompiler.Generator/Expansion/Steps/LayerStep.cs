using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>A layer.</summary>
internal sealed record LayerStep(Layer Layer) : PathStep(Layer.Header)
{
    public override int? Expand(PathWalk walk, int current) => walk.Append(Layer, walk.LayerName(Header), current);
}
