using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Concat;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>Appends the channels of a remembered tensor.</summary>
internal sealed record ConcatWithStep(LayerHeader Header, string Tensor) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.TensorName() is { } name ? new ConcatWithStep(source.Header(), name) : null;

    public override int? Expand(PathWalk walk, int current) =>
        walk.Saved(Header, Tensor) is { } saved ? walk.Append(new ConcatLayer(Header), walk.LayerName(Header), current, saved) : null;
}
