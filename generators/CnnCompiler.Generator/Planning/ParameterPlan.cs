using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Layers;

namespace CnnCompiler.Generator.Planning;

/// <summary>A parameter or running statistic with its place in memory.</summary>
/// <param name="Node">Its layer.</param>
/// <param name="Spec">What the layer says of it.</param>
/// <param name="FullName">Its checkpoint name.</param>
/// <param name="Packed">Its layout.</param>
/// <param name="Tensor">Its memory.</param>
/// <param name="Gradient">The memory of its gradient; null where it is not trained.</param>
internal sealed record PlannedParameter(int Node, ParameterSpec Spec, string FullName, PackedSpec Packed, Tensor Tensor, Tensor? Gradient);

/// <summary>The arenas of parameters: trainable ones first, so that an optimizer is one loop; then frozen ones; running statistics apart.</summary>
internal sealed class ParameterPlan
{
    private readonly Dictionary<(int Node, string Name), PlannedParameter> _byName;

    public ParameterPlan(GraphFacts facts)
    {
        TypedGraph graph = facts.Graph;
        var all = new List<(int Node, ParameterSpec Spec, string Name, PackedSpec Packed, bool Trained)>();
        for (int index = 0; index < graph.Graph.Nodes.Count; index++)
        {
            Node node = graph.Graph.Nodes[index];
            foreach (ParameterSpec spec in node.Layer.Parameters(graph.InputOf(index), graph.Shapes[index]))
            {
                all.Add((index, spec, node.Name + "." + spec.Name, node.Layer.Pack(spec, facts.SourceShape(index), facts.ReadsPlanar(index)), !spec.IsBuffer && !node.Layer.Header.Frozen));
            }
        }

        var planned = new PlannedParameter[all.Count];
        for (int group = 0; group < 3; group++)
        {
            for (int i = 0; i < all.Count; i++)
            {
                (int node, ParameterSpec spec, string name, PackedSpec packed, bool trained) = all[i];
                if ((spec.IsBuffer ? 2 : trained ? 0 : 1) != group)
                {
                    continue;
                }

                long offset = spec.IsBuffer ? BufferFloats : ParameterFloats;
                var tensor = new Tensor(name, spec.IsBuffer ? Space.Buffers : Space.Parameters, packed.Floats) { Offset = offset };
                Tensor? gradient = trained ? new Tensor(name + " gradient", Space.Gradients, packed.Floats) { Offset = offset } : null;
                planned[i] = new PlannedParameter(node, spec, name, packed, tensor, gradient);
                BufferFloats += spec.IsBuffer ? packed.Floats : 0;
                ParameterFloats += spec.IsBuffer ? 0 : packed.Floats;
                TrainableFloats += trained ? packed.Floats : 0;
            }
        }

        All = planned;
        _byName = planned.ToDictionary(p => (p.Node, p.Spec.Name));
    }

    /// <summary>In the order of the layers, as checkpoints list them.</summary>
    public IReadOnlyList<PlannedParameter> All { get; }

    public long ParameterFloats { get; private set; }

    public long TrainableFloats { get; private set; }

    public long BufferFloats { get; private set; }

    public PlannedParameter? Find(int node, string name) => _byName.TryGetValue((node, name), out PlannedParameter? found) ? found : null;

    public PlannedParameter Get(int node, string name) => Find(node, name) ?? throw new InvalidOperationException($"Node {node} has no parameter '{name}'.");
}
