using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using CnnCompiler.Generator.Emission;
using CnnCompiler.Generator.Emission.Isa;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Parsing;
using CnnCompiler.Generator.Planning;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Budgets;

/// <summary>What a part of a network contributes.</summary>
internal readonly record struct CostShare(string Name, long Value);

/// <summary>What a network costs. Nothing is computed before it is asked for: memory needs a plan, code all of its text.</summary>
internal sealed class NetworkCosts
{
    private readonly TypedGraph _graph;
    private readonly Lazy<NetworkPlan> _plan;
    private readonly Lazy<IReadOnlyList<CostShare>> _code;
    private readonly bool[] _predicted;

    public NetworkCosts(NetworkDeclaration declaration, TypedGraph graph, IReadOnlyList<VectorIsa> isas, CancellationToken cancellationToken)
    {
        _graph = graph;
        _predicted = new GraphFacts(graph).Needed(training: false);
        _plan = new Lazy<NetworkPlan>(() => new NetworkPlan(declaration.Name, graph));
        _code = new Lazy<IReadOnlyList<CostShare>>(() => [.. Files(declaration, graph, isas, cancellationToken)]);
    }

    public long Parameters => ParameterShares.Sum(share => share.Value);

    public long Macs => MacShares.Sum(share => share.Value);

    public long PredictBytes => _plan.Value.PredictBytes;

    public long GradientBytes => _plan.Value.GradientBytes;

    public long CodeBytes => _code.Value.Sum(share => share.Value);

    public IEnumerable<CostShare> ParameterShares => Shares(ParametersOf);

    public IEnumerable<CostShare> MacShares => Shares(node => _predicted[node] ? _graph.Graph.Nodes[node].Layer.Macs(_graph.InputOf(node), _graph.Shapes[node]) : 0);

    /// <summary>Bytes of parameters and of one sample's output in blocks of 16 channels. Layers that are fused or share memory take less.</summary>
    public IEnumerable<CostShare> MemoryShares => Shares(node => sizeof(float) * (ParametersOf(node) + ((_graph.Shapes[node].Channels + 15L) / 16 * 16 * _graph.Shapes[node].Positions)));

    public IEnumerable<CostShare> CodeShares => _code.Value;

    private static IEnumerable<CostShare> Files(NetworkDeclaration declaration, TypedGraph graph, IReadOnlyList<VectorIsa> isas, CancellationToken cancellationToken)
    {
        CompiledNetwork network = NetworkEmitter.Emit(declaration, graph, isas);
        foreach (SourceFile file in network.Files)
        {
            yield return new CostShare(file.HintName, Encoding.UTF8.GetByteCount(file.Text));
        }

        foreach (Code kernel in KernelEmitter.Closure(network.Kernels, isas))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new CostShare(kernel.Name, Encoding.UTF8.GetByteCount(KernelEmitter.Emit(kernel, isas)));
        }
    }

    private IEnumerable<CostShare> Shares(Func<int, long> value) =>
        _graph.Graph.Nodes.Select((node, index) => new CostShare(node.Name + " " + node.Layer.Header.Text, value(index)));

    private long ParametersOf(int node) => _graph.Graph.Nodes[node].Layer.Parameters(_graph.InputOf(node), _graph.Shapes[node])
        .Where(parameter => !parameter.IsBuffer).Sum(parameter => parameter.Count - parameter.Unconnected);
}
