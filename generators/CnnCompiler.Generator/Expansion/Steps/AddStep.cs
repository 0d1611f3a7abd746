using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Add;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>Adds a remembered tensor.</summary>
internal sealed record AddStep(LayerHeader Header, string Tensor) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.TensorName() is { } name ? new AddStep(source.Header(), name) : null;

    public override int? Expand(PathWalk walk, int current) => walk.Saved(Header, Tensor) is { } saved
        ? walk.Append(new AddLayer(Header, "Save a tensor of the same shape, or change the layers between"), walk.LayerName(Header), current, saved)
        : null;
}
