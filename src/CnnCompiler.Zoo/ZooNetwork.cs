using System;
using System.Globalization;

namespace CnnCompiler.Zoo;

/// <summary>What <see cref="ZooCatalog"/> knows of a network.</summary>
public sealed class ZooNetwork
{
    private readonly Func<NetworkSummary> _summary;
    private readonly Func<NetworkOptions?, Network> _create;

    internal ZooNetwork(string name, long parameters, long macs, Func<NetworkSummary> summary, Func<NetworkOptions?, Network> create)
    {
        Name = name;
        Parameters = parameters;
        Macs = macs;
        _summary = summary;
        _create = create;
    }

    /// <summary>The name of its class.</summary>
    public string Name { get; }

    /// <summary>All trainable parameters, those of side classifiers too.</summary>
    public long Parameters { get; }

    /// <summary>Multiply-accumulates of one prediction of one sample.</summary>
    public long Macs { get; }

    /// <summary>Its table of layers.</summary>
    public NetworkSummary Summary => _summary();

    /// <summary>The shape of one input: features, channels x length, or channels x height x width.</summary>
    public TensorShape Input => new(Array.ConvertAll(Summary.Input.Split('x'), size => int.Parse(size, CultureInfo.InvariantCulture)));

    /// <summary>Makes an instance.</summary>
    /// <param name="options">Threads, seed, batch, instruction set; <see langword="null"/> for the defaults.</param>
    /// <returns>The network with initial weights, to be disposed.</returns>
    public Network Create(NetworkOptions? options = null) => _create(options);
}
