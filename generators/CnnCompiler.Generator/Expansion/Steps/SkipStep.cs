using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Add;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>Adds a path of the current tensor to a running sum.</summary>
internal sealed record SkipStep(LayerHeader Header, PathTree Path, string Sum) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source)
    {
        string? name = source.TensorName();
        return source.Branch() is { } path && name is not null ? new SkipStep(source.Header(), path, name) : null;
    }

    public override int? Expand(PathWalk walk, int current)
    {
        if (walk.Branch(Header, Path, current) is not { } end)
        {
            return null;
        }

        int? sum = walk.Sum(Sum) is { } running
            ? walk.Append(new AddLayer(Header, "All paths of a sum give one shape"), walk.LayerName(Header), running, end)
            : end;
        if (sum is null)
        {
            return null;
        }

        walk.SetSum(Header, Sum, sum.Value);
        return current;
    }
}
