using System.Globalization;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>A block, as often as asked for, each time with parameters of its own.</summary>
internal sealed record UseStep(LayerHeader Header, PathTree Block, int Repeat) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source)
    {
        int repeat = source.Reader.Positive("Repeat");
        return source.Block() is { } block ? new UseStep(source.Header(), block, repeat) : null;
    }

    public override int? Expand(PathWalk walk, int current)
    {
        for (int i = 0; i < Repeat; i++)
        {
            // As in PyTorch's sequences, repetitions of a named block are numbered from 0.
            string counted = walk.BlockName(Block);
            string segment = Header.Name is null ? counted : Repeat == 1 ? Header.Name : Header.Name + "." + i.ToString(CultureInfo.InvariantCulture);
            if (!walk.Repeat(Header) || walk.Follow(Block, segment, current) is not { } end)
            {
                return null;
            }

            current = end;
        }

        return current;
    }
}
