using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>A layer, or the chain of layers that a composite one is a short name for.</summary>
internal sealed record LayerStep(Layer Layer) : PathStep(Layer.Header)
{
    public override int? Expand(PathWalk walk, int current)
    {
        string segment = walk.LayerName(Header);
        if (Layer is not CompositeLayer composite)
        {
            return walk.Append(Layer, segment, current);
        }

        foreach ((string name, Layer part) in composite.Parts)
        {
            if (walk.Append(part, segment + "." + name, current) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return current;
    }
}
