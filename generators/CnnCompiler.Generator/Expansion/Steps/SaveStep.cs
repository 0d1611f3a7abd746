using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>Remembers the current tensor.</summary>
internal sealed record SaveStep(LayerHeader Header, string Tensor) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.TensorName() is { } name ? new SaveStep(source.Header(), name) : null;

    public override int? Expand(PathWalk walk, int current)
    {
        walk.Save(Header, Tensor, current);
        return current;
    }
}
