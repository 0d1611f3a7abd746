using System;

namespace CnnCompiler.Zoo;

/// <summary>What <see cref="ZooCatalog"/> knows of a network.</summary>
public sealed class ZooNetwork
{
    private readonly Func<NetworkSummary> _summary;
    private readonly Func<NetworkOptions?, Network> _create;

    internal ZooNetwork(string name, Func<NetworkSummary> summary, Func<NetworkOptions?, Network> create)
    {
        Name = name;
        _summary = summary;
        _create = create;
    }

    /// <summary>The name of its class.</summary>
    public string Name { get; }

    /// <summary>All trainable parameters, those of side classifiers too.</summary>
    public long Parameters => Summary.TrainableParameters;

    /// <summary>Multiply-accumulates of one prediction of one sample.</summary>
    public long Macs => Summary.Macs;

    /// <summary>Its table of layers.</summary>
    public NetworkSummary Summary => _summary();

    /// <summary>The shape of one input: features, channels x length, or channels x height x width.</summary>
    public TensorShape Input => Summary.Input;

    /// <summary>Makes an instance.</summary>
    /// <param name="options">Threads, seed, batch, instruction set; <see langword="null"/> for the defaults.</param>
    /// <returns>The network with initial weights, to be disposed.</returns>
    public Network Create(NetworkOptions? options = null) => _create(options);
}
