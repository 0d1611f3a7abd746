using System;
using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>What the table of layers says of a layer.</summary>
/// <param name="Node">The layer with its name and inputs.</param>
/// <param name="Output">Its output shape.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Macs">Multiply-accumulates for one sample.</param>
/// <param name="Field">Input positions that one output sees along the longer side of its receptive field.</param>
/// <param name="IsPredicted">Whether prediction computes it.</param>
internal sealed record LayerCosts(Node Node, Shape Output, long Parameters, long Macs, long Field, bool IsPredicted)
{
    public string Text => Node.Layer.Header.Text;

    public bool IsFrozen => Parameters > 0 && Node.Layer.Header.Frozen;

    public long OutputBytes => 4 * Output.Size;
}

/// <summary>What each layer costs.</summary>
internal static class LayerTable
{
    /// <summary>One entry a node; receptive fields by the usual recurrence: field += (extent - 1) * jump, jump *= stride.</summary>
    public static IReadOnlyList<LayerCosts> Of(GraphFacts facts)
    {
        TypedGraph graph = facts.Graph;
        bool[] predicted = facts.Needed(training: false);
        var fields = new Dictionary<int, (long Height, long Width, long JumpHeight, long JumpWidth)> { [-1] = (1, 1, 1, 1) };
        var costs = new List<LayerCosts>();
        for (int index = 0; index < graph.Graph.Nodes.Count; index++)
        {
            Node node = graph.Graph.Nodes[index];
            Shape input = graph.InputOf(index), output = graph.Shapes[index];
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
            costs.Add(new LayerCosts(
                node, output, node.Layer.Parameters(input, output).Where(p => !p.IsBuffer).Sum(p => p.Count - p.Unconnected),
                node.Layer.Macs(input, output), Math.Max(height, width), predicted[index]));
        }

        return costs;
    }
}
