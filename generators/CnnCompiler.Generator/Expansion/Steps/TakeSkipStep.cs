using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>Goes on from a running sum.</summary>
internal sealed record TakeSkipStep(LayerHeader Header, string Sum) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source) => source.TensorName() is { } name ? new TakeSkipStep(source.Header(), name) : null;

    public override int? Expand(PathWalk walk, int current) => walk.TakeSum(Header, Sum, current);
}
