using CnnCompiler.Generator.Diagnostics;
using CnnCompiler.Generator.Infrastructure;
using CnnCompiler.Generator.Layers;
using CnnCompiler.Generator.Layers.Add;
using CnnCompiler.Generator.Layers.PadChannels;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Expansion.Steps;

/// <summary>main(x) + x, with a shortcut where the shapes differ.</summary>
internal sealed record ResidualStep(LayerHeader Header, PathTree Main, PathTree? Projection, bool Always, bool PadChannels) : PathStep(Header)
{
    public static PathStep? Parse(StepSource source)
    {
        bool projects = source.Reader.Paths.Count == 2;
        bool always = source.Reader.Bool("Always", false), pads = source.Reader.Bool("PadChannels", false);
        if (always && !projects)
        {
            source.Reader.Report(
                DiagnosticDescriptors.OptionConflict, "Always", source.Reader.Text, "Always needs a projection", "a projection", "missing",
                "Write Residual<Main, Projection>, or remove Always");
        }
        else if (pads && projects)
        {
            source.Reader.Report(
                DiagnosticDescriptors.OptionConflict, "PadChannels", source.Reader.Text, "PadChannels is a shortcut without parameters", "a projection", "written",
                "Remove one of the two");
        }

        PathTree? main = source.Branch(), projection = projects ? source.Branch(1) : null;
        return main is null || (projects && projection is null) ? null : new ResidualStep(source.Header(), main, projection, always, pads);
    }

    public override int? Expand(PathWalk walk, int current)
    {
        if (walk.Branch(Header, Main, current) is not { } main)
        {
            return null;
        }

        Shape before = walk.ShapeOf(current), after = walk.ShapeOf(main);
        int? shortcut = current;
        string remedy = "Let the main path keep the shape, or write Residual<" + Main.Name + ", Projection> with a path that gives " + after;
        EquatableArray<Remedy> fixes = default;
        if (Projection is not null && (Always || before != after))
        {
            shortcut = walk.Branch(Header, Projection, current);
            remedy = "Give both paths the same filters and strides";
            fixes = shortcut is { } projected ? walk.RemediesOf(current, main, projected) : default;
        }
        else if (!PadChannels && before != after)
        {
            fixes = walk.RemediesOfShortcut(Header, current, main);
        }
        else if (PadChannels && before != after)
        {
            shortcut = walk.Append(new PadChannelsLayer(Header, after), walk.LayerName("shortcut"), current);
        }

        return shortcut is { } other ? walk.Append(new AddLayer(Header, remedy) { Fixes = fixes }, walk.LayerName(Header), main, other) : null;
    }
}
