using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>A row of the table of layers.</summary>
/// <param name="Layer">As written.</param>
/// <param name="Output">Its output shape.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Macs">Multiply-accumulates of one prediction.</param>
/// <param name="Field">Input positions that one output sees along the longer side of its receptive field.</param>
internal sealed record SummaryRow(string Layer, string Output, long Parameters, long Macs, long Field);

/// <summary>Everything that is decided about a network before text is written.</summary>
internal sealed class NetworkPlan
{
    // Activations of a chunk of this size stay in the second-level cache; at least so many samples that dense weights are read for several.
    private const long ChunkFloats = 1 << 18;
    private const int SmallestChunk = 16, LargestChunk = 64;

    public NetworkPlan(string name, TypedGraph graph)
    {
        (Name, Graph) = (name, graph);
        var facts = new GraphFacts(graph);
        Parameters = new ParameterPlan(facts);
        Predict = PassPlan.Predict(facts, Parameters);
        Gradient = PassPlan.Gradient(facts, Parameters);
        Summary = Rows().ToList();
        bool[] predicted = facts.Needed(training: false);
        Macs = Summary.Where((_, node) => predicted[node]).Sum(row => row.Macs);
        PredictChunk = (int)Math.Max(SmallestChunk, Math.Min(LargestChunk, ChunkFloats / Math.Max(1, Predict.ValueFloats)));
    }

    public string Name { get; }

    public TypedGraph Graph { get; }

    public ParameterPlan Parameters { get; }

    public PassPlan Predict { get; }

    public PassPlan Gradient { get; }

    public IReadOnlyList<SummaryRow> Summary { get; }

    /// <summary>Samples that prediction takes through all layers at a time.</summary>
    public int PredictChunk { get; }

    public long ParameterCount => Summary.Sum(row => row.Parameters);

    public long Macs { get; }

    public long PredictBytes => 4 * (Parameters.ParameterFloats + Parameters.BufferFloats + Predict.PreparedFloats + Predict.ValueFloats + Predict.ScratchFloats + Predict.WorkspaceFloats);

    // A gradient also holds one loss in double precision for each sample.
    public long GradientBytes => PredictBytes + (4 * (Parameters.TrainableFloats + Gradient.ValueFloats + Gradient.ScratchFloats + Gradient.WorkspaceFloats)) + sizeof(double);

    // Receptive fields by the usual recurrence: field += (extent - 1) * jump, jump *= stride.
    private IEnumerable<SummaryRow> Rows()
    {
        var fields = new Dictionary<int, (long Height, long Width, long JumpHeight, long JumpWidth)> { [-1] = (1, 1, 1, 1) };
        for (int index = 0; index < Graph.Graph.Nodes.Count; index++)
        {
            Node node = Graph.Graph.Nodes[index];
            Shape input = Graph.InputOf(index), output = Graph.Shapes[index];
            (long height, long width, long jumpHeight, long jumpWidth) = node.Inputs.Select(i => fields[i]).OrderByDescending(field => Math.Max(field.Height, field.Width)).First();
            if (node.Layer.Field(input) is { } step)
            {
                height += (step.ExtentHeight - 1) * jumpHeight;
                width += (step.ExtentWidth - 1) * jumpWidth;
                (jumpHeight, jumpWidth) = (jumpHeight * step.StrideHeight, jumpWidth * step.StrideWidth);
            }
            else
            {
                // All positions of the input: its field grows by the jumps between them.
                height += (input.Height - 1) * jumpHeight;
                width += (input.Width - 1) * jumpWidth;
            }

            fields[index] = (height, width, jumpHeight, jumpWidth);
            yield return new SummaryRow(
                node.Layer.Header.Text, output.ToString(), node.Layer.Parameters(input, output).Where(p => !p.IsBuffer).Sum(p => p.Count - p.Unconnected),
                node.Layer.Macs(input, output), Math.Max(height, width));
        }
    }
}
