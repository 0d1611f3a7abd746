using System.Collections.Generic;
using System.Linq;
using CnnCompiler.Generator.Expansion;
using CnnCompiler.Generator.Shapes;

namespace CnnCompiler.Generator.Planning;

/// <summary>
/// Finds layers whose output nothing but a maximum over windows reads. Only winners have a gradient there, so the backward kernels of the layer may go from one to
/// the next: the gradient by its output is neither computed nor stored.
/// </summary>
internal static class MaximumGradients
{
    /// <param name="operations">All operations in the order of computation.</param>
    /// <param name="ends">Values that are read behind the last operation.</param>
    /// <param name="facts">The network.</param>
    public static void Plan(IEnumerable<Operation> operations, ISet<Value> ends, GraphFacts facts)
    {
        foreach (Operation maximum in operations.Where(operation => operation.Input.Producer is not null && operation.Inputs.Count == 1))
        {
            Value read = maximum.Input;
            Operation producer = read.Producer!;
            if (read.Readers.Count > 1 || ends.Contains(read) || read.Home is not null || read.GradientHome is not null || producer.Addend is not null
                || (!producer.Activation.IsNone && !maximum.Activation.IsNone) || maximum.Layer.Pool(read.Shape) is not { HasWinners: true } pool)
            {
                continue;
            }

            bool planar = facts.ReadsPlanar(producer.Node);
            if (!facts.Graph.Graph.FullUnroll && producer.Layer.TakesWinners(producer.Input.Shape, read.Shape, pool.Window, maximum.Output.Shape, planar, producer.Input.HasTrainable) is { } reason)
            {
                producer.Maximum = (maximum, reason);
            }
        }
    }
}
