using System;
using System.Collections.Generic;
using System.Linq;

namespace CnnCompiler.Checkpoints;

/// <summary>The parameters and running statistics of two networks that belong together by their names.</summary>
internal static unsafe class ParameterPairs
{
    /// <summary>The pairs, in the order of the network that receives.</summary>
    /// <param name="network">The network that receives.</param>
    /// <param name="other">The network that gives.</param>
    /// <exception cref="ArgumentException">One has a tensor that the other lacks, or shapes that do not fit.</exception>
    public static IReadOnlyList<(Parameter To, Parameter From)> Of(Network network, Network other)
    {
        Dictionary<string, Parameter> given = All(other).ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        var pairs = new List<(Parameter To, Parameter From)>();
        foreach (Parameter to in All(network))
        {
            if (!given.Remove(to.Name, out Parameter? from))
                throw Refused($"{other.Name} lacks '{to.Name}', expected {FilterShapes.Expected(to)}");
            if (from.IsBuffer != to.IsBuffer || !FilterShapes.Fits(to, from))
                throw Refused($"'{to.Name}' must be {FilterShapes.Expected(to)}, found {from.Shape}");
            pairs.Add((to, from));
        }

        return given.Count == 0 ? pairs : throw Refused($"{other.Name} has '{given.Values.First().Name}', which {network.Name} does not have");

        ArgumentException Refused(string reason) => new($"{network.Name} cannot take the parameters of {other.Name}: {reason}.");
    }

    /// <summary>Copies all values. What could fail is done before the first one is written.</summary>
    public static void Copy(IReadOnlyList<(Parameter To, Parameter From)> pairs)
    {
        int longest = pairs.Where(pair => !pair.To.Map.IsInterchangeableWith(pair.From.Map)).Select(pair => pair.To.Length).DefaultIfEmpty().Max();
        var canonical = new float[longest];
        foreach ((Parameter to, Parameter from) in pairs)
        {
            if (to.Map.IsInterchangeableWith(from.Map))
            {
                long bytes = to.Definition.PackedLength * sizeof(float);
                Buffer.MemoryCopy(from.Pointer, to.Pointer, bytes, bytes);
                continue;
            }

            Span<float> values = canonical.AsSpan(0, to.Length);
            from.Map.Unpack(from.Pointer, values);
            to.Map.Pack(values, to.Pointer);
        }
    }

    /// <summary>Whether the networks' memory of parameters is the same, float by float, so that both can use one.</summary>
    public static bool HaveOneLayout(IReadOnlyList<(Parameter To, Parameter From)> pairs) => pairs.All(pair =>
        pair.To.Definition.Offset == pair.From.Definition.Offset && pair.To.Trainable == pair.From.Trainable && pair.To.Map.IsInterchangeableWith(pair.From.Map));

    private static IEnumerable<Parameter> All(Network network) => network.Parameters.Concat(network.Buffers);
}
