using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>A classifier on the side, for training.</summary>
internal sealed record AuxiliaryStep(LayerHeader Header, PathTree Head, double Weight) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source)
    {
        double weight = source.Reader.FiniteNonNegative("weight", 0.3);
        return source.Branch() is { } head ? new AuxiliaryStep(source.Header(), head, weight) : null;
    }

    public override int? Expand(PathWalk walk, int current)
    {
        if (walk.Branch(Header, Head, current) is not { } end)
        {
            return null;
        }

        walk.AddHead(Header, end, Weight);
        return current;
    }
}
