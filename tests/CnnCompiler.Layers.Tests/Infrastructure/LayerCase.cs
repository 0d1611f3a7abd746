using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Testing.Reference;

namespace CnnCompiler.Layers.Tests.Infrastructure;

/// <summary>A network and the batches with which it is compared with its reference.</summary>
public sealed class LayerCase
{
    private readonly Lazy<IReadOnlyList<ReferenceCase>> _references;

    private LayerCase(ReferenceNetwork network)
    {
        Network = network;
        _references = new(() => Batches.Select(batch => ReferenceCase.Create(Network, batch)).ToArray());
    }

    /// <summary>The network.</summary>
    public ReferenceNetwork Network { get; }

    /// <summary>Batches, in this order on one instance, so that memory grows; default 1 and 3.</summary>
    public int[] Batches { get; init; } = [1, 3];

    /// <summary>Factor on the usual tolerance.</summary>
    public double Tolerance { get; init; } = 1;

    /// <summary>Whether central differences of all its tensors take little time.</summary>
    public bool IsSmall => Network.Work <= 50_000;

    /// <summary>What the reference computes, one per batch.</summary>
    public IReadOnlyList<ReferenceCase> References => _references.Value;

    /// <summary>A network with the mean squared error, named after its layers.</summary>
    /// <param name="input">The shape of one sample.</param>
    /// <param name="layers">The layers.</param>
    public static LayerCase Of(MapShape input, params LayerReference[] layers) => Of(input, new MeanSquaredErrorReference(), layers);

    /// <summary>A network named after its layers.</summary>
    /// <param name="input">The shape of one sample.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="layers">The layers.</param>
    public static LayerCase Of(MapShape input, LossReference loss, params LayerReference[] layers) => new(Create(input, loss, layers));

    /// <summary>A network that is asked to unroll all of its small windows.</summary>
    /// <param name="input">The shape of one sample.</param>
    /// <param name="layers">The layers.</param>
    public static LayerCase OfUnrolled(MapShape input, params LayerReference[] layers) => new(Create(input, new MeanSquaredErrorReference(), layers, unrolled: true));

    /// <summary>A network whose predictions read dense weights as bfloat16.</summary>
    /// <param name="input">The shape of one sample.</param>
    /// <param name="layers">The layers.</param>
    public static LayerCase OfBFloat16(MapShape input, params LayerReference[] layers) => new(Create(input, new MeanSquaredErrorReference(), layers, bfloat16: true));

    /// <summary>The same network with other batches.</summary>
    /// <param name="batches">The batches.</param>
    public LayerCase WithBatches(params int[] batches) => new(Network) { Batches = batches, Tolerance = Tolerance };

    /// <summary>The same network with a wider tolerance.</summary>
    /// <param name="factor">Factor on the usual tolerance.</param>
    public LayerCase WithTolerance(double factor) => new(Network) { Batches = Batches, Tolerance = factor };

    private static ReferenceNetwork Create(MapShape input, LossReference loss, LayerReference[] layers, bool unrolled = false, bool bfloat16 = false)
    {
        string title = $"N{input}_" + string.Join("_", layers.Select(layer => layer.Attribute));
        title += loss is MeanSquaredErrorReference ? "" : "_" + loss.Attribute;
        title += (unrolled ? "_Unrolled" : "") + (bfloat16 ? "_BFloat16" : "");
        string name = string.Concat(title.Replace(" = ", "", StringComparison.Ordinal).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')).Replace("__", "_", StringComparison.Ordinal);
        return new ReferenceNetwork(name.TrimEnd('_'), input, loss, layers) { IsFullyUnrolled = unrolled, HasBFloat16Weights = bfloat16 };
    }
}
