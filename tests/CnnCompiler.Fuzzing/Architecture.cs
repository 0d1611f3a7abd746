using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CnnCompiler.Fuzzing;

/// <summary>A random network: layers and branches as text, and whether PyTorch's rules let every shape pass.</summary>
internal sealed class Architecture
{
    private readonly List<string> _paths = [];

    private Architecture(Choices choices)
    {
        long[] input = choices.Of<long[]>([2, 8, 8], [3, 12, 7], [1, 16], [4, 9], [10], [6, 5, 5]);
        List<string> attributes = [$"Network({string.Join(", ", input)})"];
        long[]? shape = input;
        for (int layers = 0; !choices.IsEmpty && layers < 10; layers++)
        {
            (string text, Func<long[], long[]?> rule) = Step(choices);
            attributes.Add(text);
            shape = shape is null ? null : rule(shape);
        }

        attributes.Add(LayerRule.Dense(3).Text);
        Attributes = attributes;
        IsAccepted = shape is not null;
    }

    /// <summary>Whether every shape fits.</summary>
    public bool IsAccepted { get; }

    private IReadOnlyList<string> Attributes { get; }

    public static Architecture Read(Choices choices) => new(choices);

    /// <summary>The class, with its branches as nested classes.</summary>
    /// <param name="name">The class name.</param>
    public string Class(string name)
    {
        var text = new StringBuilder();
        foreach (string attribute in Attributes)
        {
            text.Append('[').Append(attribute).Append("]\n");
        }

        text.Append("public partial class ").Append(name).Append("\n{\n");
        for (int i = 0; i < _paths.Count; i++)
        {
            text.Append("    ").Append(_paths[i]).Append(" class Path").Append(i).Append(";\n");
        }

        return text.Append("}\n").ToString();
    }

    private (string Text, Func<long[], long[]?> Rule) Step(Choices choices)
    {
        if (choices.Below(6) != 5)
        {
            LayerRule layer = LayerRule.Random(choices);
            return (layer.Text, layer.Output);
        }

        (string first, Func<long[], long[]?> one) = Path(choices);
        (string second, Func<long[], long[]?> two) = Path(choices);
        return choices.Below(4) switch
        {
            0 => ($"Residual<{first}>", input => Equal(one(input), input)),
            1 => ($"Residual<{first}, {second}>", input => one(input) is { } main ? main.SequenceEqual(input) ? input : Equal(main, two(input)) : null),
            2 => ($"Sum<{first}, {second}>", input => Equal(one(input), two(input))),
            _ => ($"Concat<{first}, {second}>", input => one(input) is { } a && two(input) is { } b && a.Length == b.Length && a.Skip(1).SequenceEqual(b.Skip(1)) ? [a[0] + b[0], .. a.Skip(1)] : null),
        };
    }

    private (string Name, Func<long[], long[]?> Rule) Path(Choices choices)
    {
        LayerRule[] layers = [.. Enumerable.Range(0, choices.Below(3)).Select(_ => LayerRule.Random(choices))];
        _paths.Add(layers.Length == 0 ? "" : "[" + string.Join(", ", layers.Select(layer => layer.Text)) + "]");
        return ("Path" + (_paths.Count - 1), input => layers.Aggregate((long[]?)input, (shape, layer) => shape is null ? null : layer.Output(shape)));
    }

    private static long[]? Equal(long[]? one, long[]? two) => one is not null && two is not null && one.SequenceEqual(two) ? one : null;
}
